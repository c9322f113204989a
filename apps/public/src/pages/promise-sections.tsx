import { href } from '../app/router.ts';
import { useTexts } from '../i18n/i18n.ts';

/** The two halves of 承诺兑现: the livelihood works and the ten problems. */
export function PromiseSections({ at }: { at: 'promises' | 'problems' }) {
  const { t } = useTexts();
  const entry = (name: 'promises' | 'problems', label: string) => (
    <li>
      <a href={href(`/${name}`)} aria-current={name === at ? 'page' : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <nav class="sections no-print" aria-label={t('promises.sections')}>
      <ul>
        {entry('promises', t('promises.works'))}
        {entry('problems', t('promises.problems'))}
      </ul>
    </nav>
  );
}
