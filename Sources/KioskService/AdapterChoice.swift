import Configuration
import KioskLogic

/// The key `adapter` of a board: an index, an address, a place on the bus, `"all"`, or a list of them.
struct AdapterChoice: Decodable {
    let specs: [AdapterSpec]

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            var specs: [AdapterSpec] = []
            while !list.isAtEnd {
                specs.append(try list.decode(One.self).spec)
            }
            guard !specs.isEmpty, Set(specs).count == specs.count else {
                throw ConfigurationError("adapter: the list is empty or names one twice")
            }
            guard specs.count == 1 || !specs.contains(.all) else {
                throw ConfigurationError("adapter: \"all\" stands alone")
            }
            self.specs = specs
        } else {
            specs = [try One(from: decoder).spec]
        }
    }

    private struct One: Decodable {
        let spec: AdapterSpec

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let text: String
            if let index = try? container.decode(Int.self) {
                text = "\(index)"
            } else {
                text = try container.decode(String.self)
            }
            guard let spec = AdapterSpec(text) else {
                throw ConfigurationError(
                    "adapter: \(text) is no index within 0...\(AdapterSpec.highestIndex) (0 is hci0), "
                        + "address, path with a slash, or \"all\""
                )
            }
            self.spec = spec
        }
    }
}
