import type { ComponentChildren } from 'preact';
import { AnswerPage } from '../answer/answer-page.tsx';
import { DonePage } from '../complain/done.tsx';
import { FactsStep } from '../complain/facts-step.tsx';
import { FilesStep } from '../complain/files-step.tsx';
import { PersonStep } from '../complain/person-step.tsx';
import { SendStep } from '../complain/send-step.tsx';
import { StartPage } from '../complain/start.tsx';
import { WhomStep } from '../complain/whom-step.tsx';
import { FiguresPage } from '../pages/figures.tsx';
import { HomePage } from '../pages/home.tsx';
import { LostPage } from '../pages/lost.tsx';
import { ProblemsPage } from '../pages/problems.tsx';
import { PromisePage } from '../pages/promise.tsx';
import { PromisesPage } from '../pages/promises.tsx';
import { Broken } from './broken.tsx';
import { Frame } from './frame.tsx';
import { usePath } from './router.ts';

function pageAt(path: string): ComponentChildren {
  switch (path) {
    case '/':
      return <HomePage />;
    case '/promises':
      return <PromisesPage />;
    case '/problems':
      return <ProblemsPage />;
    case '/figures':
      return <FiguresPage />;
    case '/complain':
      return <StartPage />;
    case '/complain/whom':
      return <WhomStep />;
    case '/complain/facts':
      return <FactsStep />;
    case '/complain/files':
      return <FilesStep />;
    case '/complain/person':
      return <PersonStep />;
    case '/complain/send':
      return <SendStep />;
    case '/complain/done':
      return <DonePage />;
    case '/answer':
      return <AnswerPage />;
  }
  const number = decoded(/^\/promises\/([^/]+)$/.exec(path)?.[1]);
  return number === undefined ? <LostPage /> : <PromisePage number={number} />;
}

/** Part of an address as text; undefined where it is none. */
function decoded(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The site: its frame, and the page of the present address. */
export function App() {
  const path = usePath();
  return (
    <Frame path={path}>
      <Broken key={path}>{pageAt(path)}</Broken>
    </Frame>
  );
}
