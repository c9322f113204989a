interface Named {
  name: string;
  shortName: string;
  aliases: readonly string[];
}

/**
 * Other names of a unit: those of the pack, and of every name with the city in front the same with 市 and with nothing
 * (驻马店市教育局 → 市教育局, 教育局), without `name` and `shortName` themselves.
 */
export function aliasesOf({ name, shortName, aliases }: Named, cityName: string): string[] {
  const forms = [name, shortName, ...aliases].flatMap((form) => {
    const bare = form.startsWith(cityName) ? form.slice(cityName.length) : form.startsWith('市') ? form.slice(1) : '';
    if (bare === '') return [form];
    // 市人民政府 may stand without the city's name, but a bare 人民政府 may be any county's.
    return [form, `${cityName}${bare}`, `市${bare}`, ...(/^(人民)?政府$/.test(bare) ? [] : [bare])];
  });
  return [...new Set(forms)].filter((form) => form !== name && form !== shortName);
}

/** Every name by which a ledger may call the unit. */
export function namesOf(unit: Named): string[] {
  return [...new Set([unit.name, unit.shortName, ...unit.aliases])];
}
