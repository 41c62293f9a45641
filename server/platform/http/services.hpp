// What a municipality keeps between requests (an index in memory, a queue of looks), found by its type.
#pragma once
#include <stdexcept>
#include <typeindex>
#include <utility>
#include <vector>

namespace http {

class Services {
public:
    /// The object must outlive every request.
    template <class T>
    void add(T& object)
    {
        entries_.emplace_back(typeid(T), &object);
    }
    template <class T>
    T& get() const
    {
        for (auto const& [type, object] : entries_)
            if (type == typeid(T)) return *static_cast<T*>(object);
        throw std::logic_error(std::string("no service ") + typeid(T).name());
    }

private:
    std::vector<std::pair<std::type_index, void*>> entries_;
};

}  // namespace http
