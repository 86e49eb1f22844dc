(def loaded true)
