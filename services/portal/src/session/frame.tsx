/** What is around every page: where one is, the way out, the language, and nothing that tells about a person. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LanguageSwitch } from '../ui/language-switch.js';
import { QuickExit } from '../ui/quick-exit.js';
import { useWords } from '../words/use-words.js';

export function Frame({ children, account }: { readonly children: ReactNode; readonly account?: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="header">
        <div className="header-row">
          <Link href="/" className="brand">
            <Mark />
            <span>{t('brand')}</span>
          </Link>
          {account && <div className="header-account">{account}</div>}
          <LanguageSwitch />
          <QuickExit />
        </div>
      </header>
      {children}
      <footer className="footer">
        {account && <div className="footer-account">{account}</div>}
        <p>{t('footer')}</p>
      </footer>
    </>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path
        className="mark"
        d="M9 26c0-6 14-6 14-11S12 11 12 6"
        fill="none"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeDasharray="0.1 5.4"
      />
    </svg>
  );
}
