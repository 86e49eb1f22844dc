let joined = String.concat ", "
