local nowhere = require("nowhere")
