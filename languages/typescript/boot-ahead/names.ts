declare const module: { id: string; children: unknown[]; paths: string[] };
console.log(__filename, __dirname, require.main === module, module.id, module.children, module.paths, process.mainModule === module);
