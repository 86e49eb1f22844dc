exports.warmed = [1, 2, 3].map((number) => `${number}`);
