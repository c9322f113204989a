import { render } from 'preact';
import { App } from './app/app.tsx';
import { startDisplay } from './app/display.ts';
import { startRouter } from './app/router.ts';
import { startTexts } from './i18n/i18n.ts';
import './styles/base.css';
import './styles/frame.css';
import './styles/figures.css';
import './styles/forms.css';
import './styles/print.css';

const root = document.getElementById('root');
if (root) {
  startDisplay();
  startRouter();
  // A missing English text must not keep the site from opening.
  startTexts().then(() => {
    root.textContent = '';
    render(<App />, root);
  });
}
