set configured yes
