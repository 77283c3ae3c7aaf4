/**
 * Names of the first site's place, its offices, numbers and zone, in the languages it is read in. Code
 * takes them from `site.json`, so that another city's app needs no change of code.
 */
export const OF_ONE_PLACE = [
	'New[ _-]York',
	'\\bNYC',
	'\\bNYPD\\b',
	'\\bnyc\\b',
	'(?<!\\d)311(?!\\d)',
	'\\b(?:Manhattan|Brooklyn|Queens|Bronx|Staten Island|Albany)\\b',
	'Nueva York|Nouy[oò]k|Nowy\\w* Jork|Nju[ -]Jork|Nyu-York',
	'Нью-Йорк|نيويورك|نیو ?یارک|নিউ ?ইয়র্ক|뉴욕|纽约|紐約'
].join('|');
