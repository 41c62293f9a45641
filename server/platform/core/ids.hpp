// A row's identity, typed by what it identifies: a StaffId cannot be passed where an OrgUnitId is meant.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

template <class Tag>
struct Id {
    using is_id = void;
    std::int64_t value = 0;
    // clang-tidy 14 takes the compiler's own 0 for ours.
    friend auto operator<=>(Id, Id) = default;  // NOLINT(modernize-use-nullptr)
};

using AccountId = Id<struct AccountTag>;
using StaffId = Id<struct StaffTag>;
using OrgUnitId = Id<struct OrgUnitTag>;
using PostingId = Id<struct PostingTag>;
using AppointmentId = Id<struct AppointmentTag>;
using PlanVersionId = Id<struct PlanVersionTag>;
using EvidenceId = Id<struct EvidenceTag>;
using ImportId = Id<struct ImportTag>;
using JobId = Id<struct JobTag>;
using AttachmentId = Id<struct AttachmentTag>;
using CourseRunId = Id<struct CourseRunTag>;
using RunSessionId = Id<struct RunSessionTag>;
using EnrolmentId = Id<struct EnrolmentTag>;
using CourseMaterialId = Id<struct CourseMaterialTag>;
using LicenceId = Id<struct LicenceTag>;
using LicenceRequestId = Id<struct LicenceRequestTag>;
using SessionId = Id<struct SessionTag>;

template <class T>
concept StrongId = requires
{
    typename T::is_id;
};

template <class Tag>
struct std::hash<Id<Tag>> {
    std::size_t operator()(Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
