-- What a reviewer passed is what the public reads: a work whose title or promise changes waits for the reviewer anew, however it was changed.
CREATE FUNCTION openness_waits_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE TG_TABLE_NAME WHEN 'item' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'item_id')::uuid END;
BEGIN
  UPDATE item_openness SET verdict = NULL WHERE item_id = changed AND openness = 'PUBLIC' AND verdict = 'PASSED';
  RETURN NULL;
END
$$;
CREATE TRIGGER item_title_waits_again AFTER UPDATE OF title ON item FOR EACH ROW
  WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION openness_waits_again();
CREATE TRIGGER livelihood_promise_waits_again AFTER UPDATE OF matter, promise, quantity, quantity_unit ON livelihood_work FOR EACH ROW
  WHEN ((OLD.matter, OLD.promise, OLD.quantity, OLD.quantity_unit) IS DISTINCT FROM (NEW.matter, NEW.promise, NEW.quantity, NEW.quantity_unit))
  EXECUTE FUNCTION openness_waits_again();
