import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { ItemInterface } from './item.schema.ts';

const money = (value: { toNumber(): number } | null) => value?.toNumber() ?? null;

builder.prismaObject('Item', {
  variant: 'StyleProblemItem',
  interfaces: [ItemInterface],
  description: '十个方面问题 (policy 2(1)).',
  fields: (t) => ({ detail: t.relation('styleProblem', { nullable: true }) }),
});
builder.prismaObject('StyleProblem', {
  fields: (t) => ({
    subject: t.expose('subject', { type: enums.ProblemSubjectType }),
    term: t.expose('term', { type: enums.RectificationTermType }),
    otherCategories: t.exposeStringList('otherCategories'),
    cause: t.exposeString('cause', { nullable: true }),
    measure: t.exposeString('measure', { nullable: true }),
    standard: t.exposeString('standard', { nullable: true }),
    progressClass: t.expose('progressClass', { type: enums.RectificationClassType }),
    evidence: t.exposeString('evidence', { nullable: true }),
    acceptanceOpinion: t.exposeString('acceptanceOpinion', { nullable: true }),
    acceptedOn: t.expose('acceptedOn', { type: 'Day', nullable: true }),
    satisfaction: t.expose('satisfaction', { type: enums.SatisfactionType, nullable: true }),
  }),
});

builder.prismaObject('Item', {
  variant: 'ServiceProjectItem',
  interfaces: [ItemInterface],
  description: '项目服务全程代理 (policy 2(2)1).',
  fields: (t) => ({ detail: t.relation('serviceProject', { nullable: true }) }),
});
builder.prismaObject('ServiceProject', {
  fields: (t) => ({
    investor: t.exposeString('investor'),
    totalInvestment: t.float({ description: '万元.', resolve: ({ totalInvestment }) => totalInvestment.toNumber() }),
    yearInvestment: t.float({ description: 'Planned for the year, 万元.', resolve: ({ yearInvestment }) => yearInvestment.toNumber() }),
    leader: t.exposeString('leader'),
    entrustedOn: t.expose('entrustedOn', { type: 'Day', nullable: true }),
    landMu: t.float({ nullable: true, description: '亩.', resolve: ({ landMu }) => money(landMu) }),
    households: t.exposeInt('households', { nullable: true }),
    issuesRaised: t.exposeInt('issuesRaised'),
    issuesSolved: t.exposeInt('issuesSolved'),
    enterpriseRating: t.expose('enterpriseRating', { type: enums.SatisfactionType, nullable: true }),
    members: t.relation('members', { query: { orderBy: { unitId: 'asc' } } }),
    breaches: t.relation('breaches', { query: { orderBy: { occurredOn: 'desc' } } }),
  }),
});
builder.prismaObject('ProjectMember', {
  fields: (t) => ({ unit: t.relation('unit'), member: t.exposeString('member', { nullable: true }) }),
});
builder.prismaObject('ZeroContactBreach', {
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: enums.ZeroContactKindType }),
    occurredOn: t.expose('occurredOn', { type: 'Day' }),
    description: t.exposeString('description'),
    unit: t.relation('unit', { nullable: true }),
    settledOn: t.expose('settledOn', { type: 'Day', nullable: true }),
  }),
});

builder.prismaObject('Item', {
  variant: 'HardProblemItem',
  interfaces: [ItemInterface],
  description: '破解难题 (policy 2(3)).',
  fields: (t) => ({ detail: t.relation('hardProblem', { nullable: true }) }),
});
builder.prismaObject('HardProblem', {
  fields: (t) => ({
    background: t.exposeString('background', { nullable: true }),
    plan: t.exposeString('plan', { nullable: true }),
    team: t.exposeString('team', { nullable: true }),
    result: t.exposeString('result', { nullable: true }),
    solvedOn: t.expose('solvedOn', { type: 'Day', nullable: true }),
  }),
});

builder.prismaObject('Item', {
  variant: 'LivelihoodWorkItem',
  interfaces: [ItemInterface],
  description: '民生实事 (policy 2(4)1).',
  fields: (t) => ({ detail: t.relation('livelihoodWork', { nullable: true }) }),
});
builder.prismaObject('LivelihoodWork', {
  fields: (t) => ({
    matter: t.exposeString('matter'),
    nature: t.expose('nature', { type: enums.WorkNatureType }),
    quantity: t.float({ description: 'Target for the year.', resolve: ({ quantity }) => quantity.toNumber() }),
    quantityUnit: t.exposeString('quantityUnit'),
    promise: t.exposeString('promise', { nullable: true }),
    startOn: t.expose('startOn', { type: 'Day', nullable: true }),
    finishOn: t.expose('finishOn', { type: 'Day', nullable: true }),
    acceptedOn: t.expose('acceptedOn', { type: 'Day', nullable: true }),
    fundsPlanned: t.float({ nullable: true, description: '万元.', resolve: ({ fundsPlanned }) => money(fundsPlanned) }),
    countyTargets: t.relation('countyTargets', { query: { orderBy: { countyId: 'asc' } } }),
  }),
});
builder.prismaObject('CountyTarget', {
  fields: (t) => ({
    county: t.relation('county'),
    target: t.float({ resolve: ({ target }) => target.toNumber() }),
    actual: t.float({ resolve: ({ actual }) => actual.toNumber() }),
  }),
});

builder.prismaObject('Item', {
  variant: 'ComplaintItem',
  interfaces: [ItemInterface],
  description: '效能投诉 (policy 2(2)5). Several complaints may be handled as one item.',
  fields: (t) => ({ complaints: t.relation('complaints', { query: { orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }] } }) }),
});
builder.prismaObject('Item', {
  variant: 'SupervisionTaskItem',
  interfaces: [ItemInterface],
  description: '督查事项 (policy 4(6)).',
  fields: (t) => ({ detail: t.relation('supervisionTask', { nullable: true }) }),
});
builder.prismaObject('SupervisionTask', {
  fields: (t) => ({
    instructedBy: t.exposeString('instructedBy', { nullable: true, description: 'Post that instructed, as written.' }),
    instruction: t.exposeString('instruction', { nullable: true, description: 'In the words of whoever instructed.' }),
    instructedOn: t.expose('instructedOn', { type: 'Day', nullable: true }),
    standard: t.exposeString('standard', { nullable: true, description: 'What counts as done.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'The answer to whoever instructed.' }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
  }),
});

builder.prismaObject('Item', {
  variant: 'PublicProblemItem',
  interfaces: [ItemInterface],
  description: '群众反映问题 (policy 2(4)3).',
  fields: (t) => ({ detail: t.relation('publicProblem', { nullable: true }) }),
});
builder.prismaObject('PublicProblem', {
  fields: (t) => ({
    origin: t.expose('origin', { type: enums.ProblemOriginType }),
    channel: t.exposeString('channel', { description: 'Code of the dictionary `public-problem-channel`.' }),
    content: t.exposeString('content', { description: 'What was raised, without a trace of who raised it.' }),
    peopleAffected: t.exposeInt('peopleAffected', { nullable: true }),
    measure: t.exposeString('measure', { nullable: true }),
    answer: t.exposeString('answer', { nullable: true, description: 'The answer to whoever raised it.' }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    satisfaction: t.expose('satisfaction', { type: enums.SatisfactionType, nullable: true }),
    externalNumber: t.exposeString('externalNumber', { nullable: true, description: 'Number under which another channel kept it.' }),
  }),
});

builder.prismaObject('Item', {
  variant: 'RectificationProblemItem',
  interfaces: [ItemInterface],
  description: '专项整治问题 (policy 2(4)3). Its category is the rectification.',
  fields: (t) => ({ detail: t.relation('rectificationProblem', { nullable: true }) }),
});
builder.prismaObject('RectificationProblem', {
  fields: (t) => ({
    content: t.exposeString('content'),
    place: t.exposeString('place', { nullable: true }),
    foundBy: t.exposeString('foundBy', { nullable: true, description: 'Who found it, how.' }),
    roadDisorder: t.exposeString('roadDisorder', { nullable: true, description: 'Code of the dictionary `road-disorder`.' }),
    enforcementDisorder: t.exposeString('enforcementDisorder', {
      nullable: true,
      description: 'Code of the dictionary `enforcement-disorder`.',
    }),
    measure: t.exposeString('measure', { nullable: true }),
    result: t.exposeString('result', { nullable: true, description: 'What was done about it.' }),
  }),
});
