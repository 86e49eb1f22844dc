import numpy as np
from scipy.optimize import curve_fit
from scipy.stats import linregress
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

x = np.arange(10.0)
slope, intercept, *_ = linregress(x, 3 * x + 2)
(rate,), _ = curve_fit(lambda t, k: np.exp(-k * t), x, np.exp(-0.5 * x))
print(f"{slope:.3f} {intercept:.3f} {rate:.3f}")

train, test, train_kinds, test_kinds = train_test_split(*load_iris(return_X_y=True), random_state=0)
forest = RandomForestClassifier(n_estimators=20, n_jobs=2, random_state=0).fit(train, train_kinds)
print(forest.score(test, test_kinds) > 0.9)
