import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ChoiceField, DayField, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import type { VisitEntryWords } from './entry-query.ts';
import { emptyNeed, type NeedValues } from './form-values.ts';
import styles from './visits.module.css';

const mostNeeds = 20;

type NeedFieldsProps = {
  needs: readonly NeedValues[];
  visitedOn: string;
  problems: Readonly<Record<string, string>>;
  topics: VisitEntryWords['topics'];
  isCorrection: boolean;
  onChange: (needs: NeedValues[]) => void;
};

/** The needs heard: each answered on the spot, or charged to a department and, where it is ticked, made a supervised item with the same save. */
export function NeedFields({ needs, visitedOn, problems, topics, isCorrection, onChange }: NeedFieldsProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { units } = useSession();
  const unitOptions = units.filter(({ kind }) => kind !== 'CITY').map(({ id, shortName }) => ({ value: id, label: shortName }));
  const change = (key: string, changed: Partial<NeedValues>) =>
    onChange(needs.map((need) => (need.key === key ? { ...need, ...changed } : need)));
  return (
    <>
      {problems.needs && (
        <p className={styles.problem} role="alert">
          {problems.needs}
        </p>
      )}
      {needs.map((need, at) => {
        const problem = (field: string) => problems[`needs.${at}.${field}`];
        const name = t('form.need', { number: at + 1 });
        return (
          <fieldset key={need.key} className={styles.need} aria-label={name} disabled={need.isItem}>
            <div className={styles.needHead}>
              <strong>{name}</strong>
              {need.isItem ? (
                <span className={styles.faint}>{t('form.isItem')}</span>
              ) : (
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('form.removeNeed', { number: at + 1 })}
                  onClick={() => onChange(needs.filter(({ key }) => key !== need.key))}
                />
              )}
            </div>
            <TextField
              label={t('fields.text')}
              problem={problem('text')}
              value={need.text}
              onChange={(text) => change(need.key, { text })}
              most={500}
              rows={2}
            />
            <Checkbox checked={need.isAnswered} onChange={({ target }) => change(need.key, { isAnswered: target.checked })}>
              {t('fields.isAnswered')}
            </Checkbox>
            {need.isAnswered && (
              <TextField
                label={t('fields.answer')}
                problem={problem('answer')}
                value={need.answer}
                onChange={(answer) => change(need.key, { answer })}
                most={1000}
                rows={2}
              />
            )}
            <ChoiceField
              label={t('fields.unitId')}
              problem={problem('unitId')}
              isOptional={need.isAnswered}
              value={need.unitId}
              options={unitOptions}
              onChange={(unitId) => change(need.key, { unitId })}
            />
            {!need.isAnswered && (
              <>
                <DayField
                  label={t('fields.dueOn')}
                  problem={problem('dueOn')}
                  isOptional
                  min={visitedOn}
                  value={need.dueOn}
                  onChange={(dueOn) => change(need.key, { dueOn })}
                />
                {!isCorrection && (
                  <Checkbox checked={need.raise} onChange={({ target }) => change(need.key, { raise: target.checked })}>
                    {t('fields.raise')}
                  </Checkbox>
                )}
                {need.raise && !isCorrection && (
                  <ChoiceField
                    label={t('fields.topic')}
                    problem={problem('topic') ?? problem('raise')}
                    help={t('help.raise')}
                    value={need.topic}
                    options={topics.map(({ code, name: zh, nameEn }) => ({ value: code, label: english ? nameEn : zh }))}
                    onChange={(topic) => change(need.key, { topic })}
                  />
                )}
              </>
            )}
          </fieldset>
        );
      })}
      <div>
        <Button icon={<PlusOutlined />} disabled={needs.length >= mostNeeds} onClick={() => onChange([...needs, emptyNeed()])}>
          {t('form.addNeed')}
        </Button>
      </div>
    </>
  );
}
