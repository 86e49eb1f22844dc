(ns shapes.area)

(defmulti of type)

(defmethod of :default [{:keys [width height]}]
  (* width height))
