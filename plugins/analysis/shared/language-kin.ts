/**
 * Which languages are read in place of which, from CLDR's `languageMatching` (type `written_new`,
 * common/supplemental/languageInfo.xml; https://cldr.unicode.org, Unicode License v3): its pairs
 * of a distance of at most 10. Those that UTS 35 replaces anyway (`cmn` by `zh`, `arb` by `ar`,
 * `tl` by `fil`) do not appear: tags are canonical before they come here.
 */

/** A macrolanguage and its members, the most read first. */
const MEMBERS: Readonly<Record<string, string>> = {
  ar: 'arz ary arq apc aeb acm ars afb aao abh abv acq acw acx acy adf aec apd auz avl ayh ayl ayn ayp bbz pga shu ssh',
  az: 'azb',
  et: 'vro',
  ff: 'ffm fub fue fuf fuh fui fuq fuv',
  gn: 'gnw gui gun nhd',
  iu: 'ikt',
  kln: 'enb eyo niq oki pko sgc tec tuy',
  kpe: 'gkp',
  luy: 'ida lkb lko lks lri lrm lsm lto lts lwg nle nyd rag',
  lv: 'ltg',
  mg: 'bhr bmm bzc msh skg tdx tkg txy xmv xmw',
  mn: 'mvf',
  ms: 'id zlm bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zmi',
  ne: 'dty',
  no: 'nb nn',
  om: 'gax hae orc',
  or: 'spv',
  ps: 'pbt pst',
  qu: 'quy quz qub qud quf qug quh quk qul qup qur qus quw qux qva qvc qve qvh qvi qvj qvl qvm qvn qvo qvp qvs qvw qvz qwa qwc qwh qws qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw',
  sc: 'sdc sdn sro',
  // Serbo-Croatian itself is replaced by `sr-Latn`.
  sh: 'sr hr bs',
  sq: 'aae aat aln',
  syr: 'aii',
  uz: 'uzs',
  yi: 'yih',
  zh: 'yue wuu hak nan gan hsn cdo cjy cpx czh czo lzh mnp',
};

/** Written so alike that either is read for the other. */
const CLOSE = new Set(['da no', 'no da', 'da nb', 'nb da']);

/** Whose readers read the other, which is not so the other way round. */
const ALSO_READ = new Set(['gsw de', 'lb de', 'ssy aa']);

const MACRO = new Map(
  Object.entries(MEMBERS).flatMap(([macro, members]) =>
    members.split(' ').map((member, place) => [member, { macro, place }] as const)
  )
);

/**
 * How far an offered language is from the one wanted.
 * @param wanted primary subtag of a canonical tag, as is `offered`
 * @returns 0 for the same, less than 10 for its kin, null when it is another language
 */
export function languageDistance(wanted: string, offered: string): number | null {
  if (wanted === offered) return 0;
  const [from, to] = [MACRO.get(wanted), MACRO.get(offered)];
  if (from?.macro === offered) return 1;
  if (to?.macro === wanted) return 2 + to.place / 100;
  if (from !== undefined && from.macro === to?.macro) return 3;
  const pair = `${wanted} ${offered}`;
  if (CLOSE.has(pair)) return 4;
  return ALSO_READ.has(pair) ? 5 : null;
}

/** The primary subtags that stand for a language in a list: itself, its macrolanguage, members. */
export function languagesLike(language: string): string[] {
  const macro = MACRO.get(language)?.macro;
  return [language, ...(macro ? [macro] : []), ...(MEMBERS[language]?.split(' ') ?? [])];
}

/** Scripts of one language whose readers read the other too; elsewhere another script is not. */
const READABLE = new Set([
  ...['zh Hans Hant', 'zh Hant Hans', 'sr Latn Cyrl', 'sr Cyrl Latn'],
  ...['hr Latn Cyrl', 'bs Latn Cyrl', 'bs Cyrl Latn', 'yue Hant Hans', 'yue Hans Hant'],
  ...['ja Hira Jpan', 'ja Kana Jpan', 'ja Hani Jpan', 'ja Latn Jpan', 'ja Hrkt Jpan'],
  ...['ko Hang Kore', 'ko Hani Kore', 'ko Jamo Kore'],
]);

/** 0 for the same script, 1 for one that readers of the language know as well, 2 for another. */
export function scriptDistance(language: string, wanted: string, offered: string): 0 | 1 | 2 {
  if (wanted === offered) return 0;
  return READABLE.has(`${language} ${wanted} ${offered}`) ? 1 : 2;
}

const regions = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** CLDR's `$americas`: UN M49 019, with Latin America (419) itself. */
const AMERICAS = regions(
  'AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM ' +
    'KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI 003 005 013 019 021 029 419'
);

/** Regions that share a norm of their language, and the tag that stands for each side. */
const NORMS: Readonly<Record<string, { side: ReadonlySet<string>; paradigms: string }>> = {
  'en-Latn': { side: regions('AS CA GU MH MP PH PR UM US VI'), paradigms: 'US GB' },
  'es-Latn': { side: AMERICAS, paradigms: '419 ES' },
  'pt-Latn': { side: AMERICAS, paradigms: 'BR PT' },
  'zh-Hant': { side: regions('HK MO'), paradigms: 'HK TW' },
  'ar-Arab': { side: regions('DZ EH LY MA MR TN'), paradigms: '' },
};

/**
 * How far two regions of a language are from each other, 0 to 5.
 * @param base language and script, such as `es-Latn`
 * @param likely whether the offered region is the one that a tag without a region means
 */
export function regionDistance(
  base: string,
  { wanted, offered, likely }: { wanted: string; offered: string; likely: boolean }
): number {
  if (wanted === offered) return 0;
  const norm = NORMS[base];
  if (norm !== undefined && norm.side.has(wanted) === norm.side.has(offered)) {
    return norm.paradigms.split(' ').includes(offered) ? 1 : 2;
  }
  return likely ? 3 : 4;
}
