/** The start: the words of one language and the session are asked for at once, then the first page is drawn. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { takeArrival } from './session/arrival.js';
import { readSession } from './session/session.js';
import { chosenLanguage, needWords, speak } from './words/language.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/fields.css';
import './styles/notices.css';
import './styles/inbox.css';

const arrival = takeArrival();
const [session] = await Promise.all([
  readSession().catch(() => 'offline' as const),
  needWords('shell').then(() => speak(chosenLanguage())),
]);

createRoot(document.getElementById('portal')!).render(
  <StrictMode>
    <App first={session} arrival={arrival} />
  </StrictMode>,
);
