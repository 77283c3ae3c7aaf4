import type { JsonValue } from '../contract/document.ts';
import { valueText } from '../edits/yaml-text.ts';

/** Fields as the YAML of a new file. */
export const yamlOf = (fields: Readonly<Record<string, JsonValue | undefined>>): string =>
	Object.entries(fields)
		.flatMap(([name, value]) =>
			value === undefined ? [] : [`${name}: ${valueText(value, 'block')}\n`]
		)
		.join('');
