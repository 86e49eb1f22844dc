require "nowhere"
