exec yes 'a line that never ends to come'
