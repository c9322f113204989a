import { useSuspenseQuery } from '@apollo/client/react';
import { roles } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../gql/graphql.ts';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import { AdminTable } from './admin-table.tsx';
import { chosenOf, listOf, textOf } from './form-values.ts';
import { type AdminPost, AdminPostsDocument, CreatePostDocument, RenamePostDocument, SetPortfolioDocument } from './posts-acts.ts';
import { useAct } from './use-act.ts';

/** Posts with their roles, and which units the leaders oversee. */
export function PostsTab() {
  const { t } = useTranslation(['admin', 'terms', 'common']);
  const { units } = useSession();
  const { data, refetch } = useSuspenseQuery(AdminPostsDocument);
  const [form, setForm] = useState<ActForm | null>(null);
  const createPost = useAct(CreatePostDocument, refetch);
  const renamePost = useAct(RenamePostDocument, refetch);
  const setPortfolio = useAct(SetPortfolioDocument, refetch);
  const unitOptions = units.map(({ id, shortName }) => ({ value: id, label: shortName }));
  const titleFields = [
    { name: 'title', label: t('posts.title'), kind: 'text' },
    { name: 'titleEn', label: t('posts.titleEn'), kind: 'text' },
  ] as const;

  const create: ActForm = {
    title: t('posts.create'),
    help: t('posts.createHelp'),
    fields: [
      ...titleFields,
      { name: 'unitId', label: t('terms:unit'), kind: 'one', options: unitOptions },
      { name: 'role', label: t('users.role'), kind: 'one', options: roles.map((value) => ({ value, label: t(`terms:roles.${value}`) })) },
    ],
    initial: { role: 'UNIT_CLERK' },
    submitLabel: t('posts.create'),
    submit: (values) =>
      createPost({
        input: {
          title: textOf(values, 'title'),
          titleEn: textOf(values, 'titleEn'),
          unitId: textOf(values, 'unitId'),
          role: (chosenOf(values, 'role') ?? 'UNIT_CLERK') as Role,
        },
      }),
  };
  const rename = ({ id, version, title, titleEn }: AdminPost): ActForm => ({
    title: t('posts.renameTitle', { post: title }),
    fields: titleFields,
    initial: { title, titleEn },
    submitLabel: t('posts.rename'),
    submit: (values) => renamePost({ id, version, title: textOf(values, 'title'), titleEn: textOf(values, 'titleEn') }),
  });
  const portfolio = ({ id, version, title, oversees }: AdminPost): ActForm => ({
    title: t('posts.portfolioTitle', { post: title }),
    help: t('posts.portfolioHelp'),
    fields: [{ name: 'unitIds', label: t('posts.oversees'), kind: 'some', options: unitOptions }],
    initial: { unitIds: oversees.map((unit) => unit.id) },
    submitLabel: t('posts.setPortfolio'),
    submit: (values) => setPortfolio({ id, version, unitIds: listOf(values, 'unitIds') }),
  });

  return (
    <>
      <AdminTable
        caption={t('tabs.posts')}
        rows={data.posts}
        rowKey={({ id }) => id}
        words={({ title, unit }) => [title, unit.shortName].join(' ')}
        columns={[
          { id: 'title', title: t('posts.title'), render: (post) => post.title },
          { id: 'unit', title: t('terms:unit'), render: (post) => post.unit.shortName },
          { id: 'role', title: t('users.role'), render: (post) => t(`terms:roles.${post.role}`) },
          {
            id: 'oversees',
            title: t('posts.oversees'),
            render: (post) => post.oversees.map(({ shortName }) => shortName).join(t('common:listSeparator')) || '—',
          },
        ]}
        acts={(post) => (
          <>
            <Button type="link" size="small" onClick={() => setForm(rename(post))}>
              {t('posts.rename')}
            </Button>
            {post.mayOversee && (
              <Button type="link" size="small" onClick={() => setForm(portfolio(post))}>
                {t('posts.setPortfolio')}
              </Button>
            )}
          </>
        )}
        extra={
          <Button type="primary" onClick={() => setForm(create)}>
            {t('posts.create')}
          </Button>
        }
      />
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
