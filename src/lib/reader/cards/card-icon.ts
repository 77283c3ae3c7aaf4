import type { Card } from '#lib/edition/card.ts';
import type { Level } from '#lib/edition/vocabulary.ts';
import type { DrawingName } from '#lib/ui/drawings.ts';
import type { IconName } from '#lib/ui/icons.ts';

/** The drawing of a guide, by its scenario, or by its slug if the scenario has several guides. */
const DRAWINGS: Readonly<Record<string, DrawingName>> = {
	'car-stop': 'car',
	'check-the-paper': 'judge',
	'shelter-room': 'bed',
	S1: 'bus',
	S2: 'school',
	S3: 'principal',
	S4: 'walk',
	S5: 'door',
	S6: 'work',
	S7: 'court',
	S8: 'office',
	S9: 'family',
	S10: 'child',
	S11: 'ask',
	S12: 'police',
	S13: 'speech',
	S14: 'hospital',
	S15: 'pen',
	S16: 'silence',
	S17: 'family',
	S18: 'paper',
	S19: 'look',
	S20: 'child',
	S21: 'bus',
	S22: 'police'
};

export const LEVEL_ICONS: Record<Level, IconName> = {
	city: 'building',
	school: 'school',
	state: 'state',
	federal: 'scale'
};

/** The drawing of a guide. A sheet of paper if this release of the app does not know the scenario. */
export const cardDrawing = ({ slug, scenario = '' }: Card): DrawingName =>
	DRAWINGS[slug] ?? DRAWINGS[scenario] ?? 'paper';
