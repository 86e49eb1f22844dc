from answers.deep import answer

print(f"from a folder: {answer()}")
