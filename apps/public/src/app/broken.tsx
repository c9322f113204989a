import { Component, type ComponentChildren } from 'preact';
import { useTexts } from '../i18n/i18n.ts';

/** Keeps a failing page from taking the whole site with it. */
export class Broken extends Component<{ children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ isBroken: true });
  }

  render() {
    return this.state.isBroken ? <BrokenText /> : this.props.children;
  }
}

function BrokenText() {
  const { t } = useTexts();
  return (
    <div role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('broken.reload')}
      </button>
    </div>
  );
}
