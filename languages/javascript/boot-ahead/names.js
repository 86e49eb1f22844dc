console.log(__filename, __dirname, require.main === module, module.id, module.filename, module.loaded, module.parent, module.children, module.paths, module.path);
console.log(process.mainModule === module, this === module.exports, arguments.length, typeof require.main);
