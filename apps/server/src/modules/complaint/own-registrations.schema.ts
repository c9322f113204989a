import { builder } from '../../graphql/builder.ts';
import { ItemStateType } from '../../graphql/enums.ts';
import { answerAddress } from './answer-address.ts';
import { ownRegistrations, type Registration, type Registrations, registrationPeriods } from './own-registrations.ts';

const PeriodType = builder.enumType('RegistrationPeriod', { values: registrationPeriods, description: 'The business day, or its month.' });

const RegistrationType = builder.objectRef<Registration>('ComplaintRegistration').implement({
  description:
    'A complaint as whoever registered it sees it again: how far it has come. Neither who complained, of whom, nor what was said.',
  fields: (t) => ({
    number: t.exposeString('number'),
    receivedOn: t.expose('receivedOn', { type: 'Day' }),
    channel: t.exposeString('channel', { description: 'Code of the dictionary `complaint-channel`.' }),
    isOnTheSpot: t.exposeBoolean('onTheSpot', { description: 'Answered when it was made.' }),
    state: t.expose('state', { type: ItemStateType, description: 'As it stands today.' }),
    acceptDueOn: t.expose('acceptDueOn', {
      type: 'Day',
      nullable: true,
      description: 'Last day for deciding whether it is taken on; null once it was decided.',
    }),
    answerDueOn: t.expose('answerDueOn', {
      type: 'Day',
      nullable: true,
      description: 'Last day for the answer; null before it is taken on and once it is answered.',
    }),
  }),
});

const RegistrationsType = builder.objectRef<Registrations>('ComplaintRegistrations').implement({
  description: 'What the viewer registered at a desk.',
  fields: (t) => ({
    today: t.exposeInt('today', { description: 'How many on the business day.' }),
    thisMonth: t.exposeInt('thisMonth', { description: 'How many in its month.' }),
    registrations: t.field({
      type: [RegistrationType],
      description: 'Those of the period, the newest first, at most 200.',
      resolve: ({ registrations }) => registrations,
    }),
    answerAddress: t.string({
      nullable: true,
      description: 'Where complainants read the answer; null where this site’s own address is the one to use.',
      resolve: () => answerAddress(),
    }),
  }),
});

builder.queryFields((t) => ({
  ownComplaintRegistrations: t.withAuth({ signedIn: true }).field({
    type: RegistrationsType,
    description: 'What the viewer registered, for windows and the complaint office.',
    args: { period: t.arg({ type: PeriodType, defaultValue: 'TODAY' }) },
    resolve: (_root, { period }, { viewer }) => ownRegistrations(viewer, period ?? 'TODAY'),
  }),
}));
