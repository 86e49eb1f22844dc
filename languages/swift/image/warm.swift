// Imports what programs do, so that its headers are compiled ahead.
import Dispatch
import Foundation
import FoundationNetworking
import FoundationXML
import Glibc
import Observation
import RegexBuilder
import Synchronization

print(Date().timeIntervalSince1970 > 0)
