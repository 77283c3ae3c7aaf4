/** A PDF of one page with this line of text. Without `text`, the page has no text, like a scan. */
export function aPdf(line: string): Uint8Array {
	const drawn = line === '' ? '' : `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${String(drawn.length)} >>\nstream\n${drawn}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
	];
	let text = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const at = text.length;
		text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${places.join('')}`;
	const size = String(objects.length + 1);
	const end = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
	return new TextEncoder().encode(`${text}${table}${end}`);
}
