module geometry;

public import geometry.circle;
public import geometry.shape;
public import geometry.square;
