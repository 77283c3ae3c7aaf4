import * as v from 'valibot';
import { toText } from '#lib/trust/signed/bytes.ts';
import { bodyProblem } from './body-problem.ts';
import { problem, type ProblemCode } from './problem.ts';
import { readBody } from './read-body.ts';

const JSON_TYPE = 'application/json';

/** The media type of a request, without parameters. */
export const mediaType = (request: Request): string =>
	(request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Reads a JSON body that matches the schema, or gives the problem document to answer with. */
export async function readJson<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	code: ProblemCode
): Promise<v.InferOutput<Schema> | Response> {
	// a page of another site can send other types without a preflight request, but not this one
	if (mediaType(request) !== JSON_TYPE) return problem('wrong-content-type', { accept: JSON_TYPE });
	const body = await readBody(request);
	if (!body.ok) return bodyProblem(body.code);
	let json: unknown;
	try {
		json = JSON.parse(toText(body.value));
	} catch {
		// not UTF-8, or not JSON
		return problem('malformed-json');
	}
	const result = v.safeParse(schema, json);
	return result.success ? result.output : problem(code);
}
