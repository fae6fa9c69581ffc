/** The words of the sign-in pages, in the three languages of the network. */

export type Language = 'uk' | 'en' | 'ro';

export interface Texts {
  readonly signIn: string;
  readonly name: string;
  readonly password: string;
  readonly submit: string;
  readonly wrong: string;
  readonly wait: string;
  readonly signOut: string;
  readonly signOutAsk: string;
  readonly stay: string;
  readonly signedOut: string;
  readonly failed: string;
  readonly failedWhat: string;
}

export const texts: Readonly<Record<Language, Texts>> = {
  uk: {
    signIn: 'Вхід до «Стежки»',
    name: 'Ім’я для входу',
    password: 'Пароль',
    submit: 'Увійти',
    wrong: 'Ім’я або пароль неправильні.',
    wait: 'Забагато спроб. Зачекайте кілька хвилин і спробуйте знову.',
    signOut: 'Вийти',
    signOutAsk: 'Вийти зі «Стежки»?',
    stay: 'Залишитися',
    signedOut: 'Ви вийшли.',
    failed: 'Не вдалося увійти',
    failedWhat: 'Поверніться на попередню сторінку та почніть вхід спочатку.',
  },
  en: {
    signIn: 'Sign in to Stezhka',
    name: 'Sign-in name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The name or the password is wrong.',
    wait: 'Too many attempts. Wait a few minutes and try again.',
    signOut: 'Sign out',
    signOutAsk: 'Sign out of Stezhka?',
    stay: 'Stay',
    signedOut: 'You are signed out.',
    failed: 'Signing in did not work',
    failedWhat: 'Go back to the page you came from and start again.',
  },
  ro: {
    signIn: 'Autentificare în Stezhka',
    name: 'Nume de utilizator',
    password: 'Parolă',
    submit: 'Autentificare',
    wrong: 'Numele sau parola este greșită.',
    wait: 'Prea multe încercări. Așteptați câteva minute și încercați din nou.',
    signOut: 'Deconectare',
    signOutAsk: 'Vă deconectați de la Stezhka?',
    stay: 'Rămâneți',
    signedOut: 'V-ați deconectat.',
    failed: 'Autentificarea nu a reușit',
    failedWhat: 'Întoarceți-vă la pagina anterioară și începeți din nou.',
  },
};

/**
 * The first known language of `ui_locales` (space-separated), else of `Accept-Language`, else Ukrainian. Browsers list
 * languages in order of preference, so weights are not read.
 */
export function chooseLanguage(uiLocales: string | undefined, acceptLanguage: string | undefined): Language {
  for (const tag of [...(uiLocales ?? '').split(/\s+/), ...(acceptLanguage ?? '').split(',')]) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    if (language === 'uk' || language === 'en' || language === 'ro') return language;
  }
  return 'uk';
}
