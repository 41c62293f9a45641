// JSON in and out for described structs.
#pragma once
#include "platform/json/read.hpp"
#include "platform/json/schema.hpp"
#include "platform/json/write.hpp"
