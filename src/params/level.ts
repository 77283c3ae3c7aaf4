export { isLevelPath as match } from '#lib/reader/levels.ts';
