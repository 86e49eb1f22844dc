console.log(Intl.DateTimeFormat().resolvedOptions().locale, (1234.5).toLocaleString(), ['ä', 'a', 'z'].sort(Intl.Collator().compare), process.env.LANG);
