console.log(__filename.length, module.exports);
