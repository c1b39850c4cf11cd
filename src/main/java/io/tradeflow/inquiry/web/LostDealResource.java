package io.tradeflow.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.DealLoss;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.LostDeal;
import io.tradeflow.inquiry.LostDealFilter;
import io.tradeflow.inquiry.LostDealSum;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.inquiry.LostReasons;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which deals were lost and why. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Lost deals", description = "Which deals were lost and why, and the reasons there are")
class LostDealResource {

    @Schema(name = "Loss")
    record LossJson(
            @NotBlank @Schema(description = "Code of the reason") String reason, @Size(max = 2000) String note) {}

    @Schema(name = "LostDeal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LostDealJson(
            String deal,
            String buyerCode,
            String buyerName,
            String segment,
            String reason,
            String note,
            @Schema(description = "How the quote ended: DECLINED, EXPIRED or WITHDRAWN") String outcome,
            Instant lostAt,
            BigDecimal value,
            String currency) {

        static LostDealJson of(LostDeal lost) {
            Money value = lost.value();
            return new LostDealJson(
                    lost.dealNumber(),
                    lost.buyerCode(),
                    lost.buyerName(),
                    lost.segment(),
                    lost.reason(),
                    lost.note(),
                    lost.outcome(),
                    lost.lostAt(),
                    value == null ? null : value.toDocumentScale(),
                    value == null ? null : value.currency().getCurrencyCode());
        }
    }

    @Schema(name = "LostDealSum")
    record SumJson(
            @Schema(description = "Code of the reason, the segment, or the month as 2026-11") String key,
            String name,
            int deals,
            @Schema(description = "One sum per currency") List<ValueJson> values) {

        record ValueJson(BigDecimal amount, String currency) {}

        static SumJson of(LostDealSum sum) {
            return new SumJson(
                    sum.key(),
                    sum.name(),
                    sum.deals(),
                    sum.values().stream()
                            .map(value -> new ValueJson(
                                    value.toDocumentScale(), value.currency().getCurrencyCode()))
                            .toList());
        }
    }

    private final LostReasons reasons;
    private final LostDeals lost;
    private final Deals deals;

    LostDealResource(LostReasons reasons, LostDeals lost, Deals deals) {
        this.reasons = reasons;
        this.lost = lost;
        this.deals = deals;
    }

    @GetMapping("/lost-reasons")
    @Operation(summary = "List the reasons that can be given today; staff get all of them with ?all=true")
    List<LostReasonJson> reasons(Actor by, @RequestParam(defaultValue = "false") boolean all) {
        return (all && by instanceof Actor.Staff ? reasons.all() : reasons.offered(by))
                .stream().map(LostReasonJson::of).toList();
    }

    @PutMapping("/lost-reasons/{code}")
    @Operation(
            summary = "Add a reason or change it",
            description = "Process owners, sales managers and directors. Deals keep the reason they carry.")
    LostReasonJson save(Actor.Staff by, @PathVariable String code, @Valid @RequestBody LostReasonJson reason) {
        return LostReasonJson.of(reasons.save(by, reason.toReason(code)));
    }

    @GetMapping("/lost-deals")
    @Operation(summary = "List lost deals, latest first, at most 500")
    List<LostDealJson> lost(
            Actor.Staff by,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate until,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String segment,
            @Parameter(description = "As 2026-11") @RequestParam(required = false) String month) {
        return lost.list(new LostDealFilter(from, until, reason, segment, month)).stream()
                .map(LostDealJson::of)
                .toList();
    }

    @GetMapping("/lost-deals/sums")
    @Operation(summary = "Sum up lost deals by reason, segment or month; amounts of different currencies apart")
    List<SumJson> sums(
            Actor.Staff by,
            @RequestParam(name = "by", defaultValue = "REASON") LostDealSum.By over,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate until,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String segment,
            @RequestParam(required = false) String month) {
        return lost.sums(over, new LostDealFilter(from, until, reason, segment, month)).stream()
                .map(SumJson::of)
                .toList();
    }

    @GetMapping("/deals/{number}/loss")
    @Operation(summary = "Read why a deal is lost")
    DealLoss loss(Actor.Staff by, @PathVariable String number) {
        deals.deal(by, number);
        return lost.of(number).orElseThrow(() -> Problem.notFound("loss of the deal", number));
    }

    @PutMapping("/deals/{number}/loss")
    @Operation(summary = "Say why a lost deal is lost, or correct it", description = "Sales desk only.")
    DealLoss explain(Actor.Staff by, @PathVariable String number, @Valid @RequestBody LossJson loss) {
        lost.explain(by, number, loss.reason(), loss.note());
        return lost.of(number).orElseThrow();
    }
}
