import type { Card } from '#lib/edition/card.ts';
import type { Level } from '#lib/edition/vocabulary.ts';
import type { IconName } from '#lib/ui/icons.ts';

const SCENARIO_ICONS: Record<string, IconName> = {
	S1: 'bus',
	S2: 'school',
	S3: 'school',
	S4: 'car',
	S5: 'home',
	S6: 'work',
	S7: 'scale',
	S8: 'building',
	S9: 'people',
	S10: 'child',
	S11: 'paper',
	S12: 'shield',
	S13: 'ear',
	S14: 'health',
	S15: 'list',
	S16: 'no',
	S17: 'people',
	S18: 'paper',
	S19: 'clock',
	S20: 'school',
	S21: 'bus',
	S22: 'shield'
};

export const LEVEL_ICONS: Record<Level, IconName> = {
	city: 'building',
	school: 'school',
	state: 'state',
	federal: 'scale'
};

export const cardIcon = ({ kind, scenario = '', level }: Card): IconName =>
	kind === 'guide' ? (SCENARIO_ICONS[scenario] ?? 'paper') : LEVEL_ICONS[level];
