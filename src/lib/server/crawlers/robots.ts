/** What crawlers may ask for: everything that is for readers. `site` has no slash at its end. */
export const robots = (site: string): string =>
	[
		'User-agent: *',
		'Allow: /',
		'Disallow: /shell/',
		'Disallow: /api/',
		'',
		`Sitemap: ${site}/sitemap.xml`,
		''
	].join('\n');
