<?php

require 'nowhere.php';
