-- A county's share of a work is part of what the public was promised: when one is set, changed or dropped, the work waits for the reviewer anew.
CREATE OR REPLACE FUNCTION openness_waits_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  changed uuid := (touched ->> CASE TG_TABLE_NAME WHEN 'item' THEN 'id' ELSE 'item_id' END)::uuid;
BEGIN
  UPDATE item_openness SET verdict = NULL WHERE item_id = changed AND openness = 'PUBLIC' AND verdict = 'PASSED';
  RETURN NULL;
END
$$;
CREATE TRIGGER county_target_waits_again AFTER UPDATE OF target ON county_target FOR EACH ROW
  WHEN (OLD.target IS DISTINCT FROM NEW.target) EXECUTE FUNCTION openness_waits_again();
CREATE TRIGGER county_target_set_or_dropped_waits_again AFTER INSERT OR DELETE ON county_target FOR EACH ROW EXECUTE FUNCTION openness_waits_again();
