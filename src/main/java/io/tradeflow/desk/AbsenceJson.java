package io.tradeflow.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.approval.Absence;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;

/** Somebody is away and another decides meanwhile. */
@Schema(name = "Absence")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AbsenceJson(
        long id,
        @Schema(description = "User id of who is away") String userId,
        String userName,
        @Schema(description = "User id of who decides meanwhile") String deputyId,
        String deputyName,
        @Schema(description = "First day away, in the seller's zone") LocalDate from,
        @Schema(description = "Last day away, which counts whole") LocalDate until,
        String note,
        @Schema(description = "Name of who recorded it") String recordedBy) {

    static AbsenceJson of(Absence absence, ZoneId zone) {
        return new AbsenceJson(
                absence.id(),
                absence.userId(),
                absence.userName(),
                absence.deputyId(),
                absence.deputyName(),
                absence.firstDay(zone),
                absence.lastDay(zone),
                absence.note(),
                absence.recordedBy());
    }

    /** An absence to be recorded. */
    @Schema(name = "NewAbsence")
    record NewJson(
            @Schema(description = "User id of who is away; you, if left out") String userId,
            @NotNull @Schema(description = "User id of who decides meanwhile") String deputyId,
            @NotNull LocalDate from,
            @NotNull @Schema(description = "Last day away") LocalDate until,
            String note) {}
}
