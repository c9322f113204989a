-- Words of complaints. A migration of its own: a word may not be used in the transaction that adds it.
ALTER TYPE "item_action" ADD VALUE 'TAKE_ON';
ALTER TYPE "item_action" ADD VALUE 'REFUSE';
ALTER TYPE "item_action" ADD VALUE 'WITHDRAW';
ALTER TYPE "item_action" ADD VALUE 'SUPPLEMENT';
ALTER TYPE "item_action" ADD VALUE 'RECORD_FINDING';
ALTER TYPE "item_action" ADD VALUE 'ANSWER';
ALTER TYPE "item_action" ADD VALUE 'RATE';
ALTER TYPE "item_action" ADD VALUE 'STEP_ASIDE';
ALTER TYPE "item_action" ADD VALUE 'FORWARD_FILES';
ALTER TYPE "item_action" ADD VALUE 'SET_OPENNESS';
ALTER TYPE "item_action" ADD VALUE 'REVIEW_OPENNESS';
ALTER TYPE "item_state" ADD VALUE 'REFUSED';
ALTER TYPE "item_state" ADD VALUE 'WITHDRAWN';
ALTER TYPE "satisfaction" ADD VALUE 'VERY_SATISFIED' BEFORE 'SATISFIED';
ALTER TYPE "satisfaction" ADD VALUE 'VERY_DISSATISFIED';
