import { openApi } from '#lib/server/api/openapi.ts';
import { answerSchemas, type JsonSchema } from '#lib/server/api/openapi-schemas.ts';

interface Operation {
	readonly responses: Readonly<Record<string, Answer>>;
}
interface Answer {
	readonly description: string;
	readonly content?: Readonly<Record<string, { readonly schema: JsonSchema | { $ref: string } }>>;
}

/** Throws if the OpenAPI document does not describe this answer. */
export async function checkAnswer(method: string, path: string, response: Response): Promise<void> {
	const paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> = openApi.paths;
	const what = `${method} ${path} → ${response.status}`;
	const operation = paths[path]?.[method.toLowerCase()];
	if (!operation) throw new Error(`${what}: the document has no such operation`);
	const answer = operation.responses[String(response.status)];
	if (!answer) throw new Error(`${what}: the document has no such status`);

	const text = await response.clone().text();
	const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
	if (!answer.content) {
		if (text !== '') throw new Error(`${what}: a body, where the document has none`);
		return;
	}
	const schema = answer.content[type]?.schema;
	if (!schema) throw new Error(`${what}: the document does not know "${type}" here`);
	const json: unknown = JSON.parse(text);
	for (const wrong of problemsOf(json, resolve(schema))) throw new Error(`${what}: ${wrong}`);
	if (type !== 'application/problem+json') return;
	const { code, status } = json as { code: string; status: number };
	if (status !== response.status) throw new Error(`${what}: the body says ${status}`);
	if (answer.description.split(', ').includes(code)) return;
	throw new Error(`${what}: the document does not name "${code}" here`);
}

function resolve(schema: JsonSchema | { $ref: string }): JsonSchema {
	if (!('$ref' in schema)) return schema;
	const name = schema.$ref.replace('#/components/schemas/', '');
	return answerSchemas[name as keyof typeof answerSchemas];
}

/** The keywords of JSON Schema that the document uses. The type `JsonSchema` allows no others. */
function* problemsOf(value: unknown, schema: JsonSchema, at = '$'): Generator<string> {
	if (typeOf(value) !== schema.type) {
		yield `${at} is ${typeOf(value)}, not ${schema.type}`;
		return;
	}
	const { enum: values, pattern, minimum, maxLength, items } = schema;
	if (values && !values.includes(value as string)) yield `${at} is none of ${values.join(', ')}`;
	if (pattern !== undefined && !new RegExp(pattern).test(String(value))) yield `${at}: ${pattern}`;
	if (minimum !== undefined && Number(value) < minimum) yield `${at} is below ${minimum}`;
	if (maxLength !== undefined && String(value).length > maxLength) yield `${at} is too long`;
	if (schema.format === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
		yield `${at} is no instant`;
	}
	if (items && Array.isArray(value)) {
		for (const [index, it] of value.entries()) yield* problemsOf(it, items, `${at}[${index}]`);
	}
	if (schema.type === 'object') yield* problemsOfObject(value as object, schema, at);
}

function* problemsOfObject(value: object, schema: JsonSchema, at: string): Generator<string> {
	const { properties = {}, required = [], additionalProperties } = schema;
	const entries = Object.entries(value);
	for (const name of required) if (!(name in value)) yield `${at}.${name} is missing`;
	for (const [name, it] of entries) {
		const known = properties[name] ?? additionalProperties;
		if (known === false) yield `${at}.${name} is unknown`;
		if (typeof known === 'object') yield* problemsOf(it, known, `${at}.${name}`);
	}
}

function typeOf(value: unknown): string {
	if (Number.isInteger(value)) return 'integer';
	return Array.isArray(value) ? 'array' : typeof value;
}
