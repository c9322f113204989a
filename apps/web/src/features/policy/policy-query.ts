import { graphql } from '../../gql/gql.ts';
import type { PolicyQuery } from '../../gql/graphql.ts';

/** The clause tree of the policy with its duties, items and gaps. */
export const PolicyDocument = graphql(/* GraphQL */ `
  query Policy($asOf: Day, $filter: ItemFilter) {
    clauseCoverage(asOf: $asOf, filter: $filter) {
      number
      parentNumber
      depth
      title
      titleEn
      registers
      dutiesFrom
      duties {
        duty
        group
        unitId
        unitName
        count
      }
      items
      complete
      completePercent
      unplanned
      lights {
        green
        yellow
        red
        grey
      }
      isHeading
      hasNoOwner
      hasNoRegister
      hasNoData
    }
  }
`);

export type Clause = PolicyQuery['clauseCoverage'][number];
export type Duty = Clause['duties'][number];

/** What a clause may lack, the gravest first. */
export const gaps = ['hasNoOwner', 'hasNoRegister', 'hasNoData'] as const satisfies (keyof Clause)[];

/** True when the clause lacks an owner, a register, data, or the plan of some item. */
export function lacksSomething(clause: Clause): boolean {
  return gaps.some((gap) => clause[gap]) || (!clause.isHeading && clause.unplanned > 0);
}
