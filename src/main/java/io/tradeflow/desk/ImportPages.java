package io.tradeflow.desk;

import io.tradeflow.exchange.Exports;
import io.tradeflow.exchange.ImportFile;
import io.tradeflow.exchange.Imports;
import io.tradeflow.exchange.RowError;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of master data: upload, see what is wrong or what would change, bring in; or take out. */
@Controller
class ImportPages {

    /** What a person reads on a page; the rest is in the file of errors. */
    private static final int SHOWN_ERRORS = 200;

    private final Imports imports;
    private final Exports exports;
    private final Clock clock;

    ImportPages(Imports imports, Exports exports, Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/desk/imports")
    String imports(Actor.Staff by, @RequestParam(required = false) String kind, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("offers", imports.offers(by));
        model.addAttribute("files", imports.latest(by));
        return "desk/imports";
    }

    @PostMapping("/desk/imports")
    String upload(
            Actor.Staff by, @RequestParam String kind, @RequestParam MultipartFile file, RedirectAttributes nextPage) {
        long[] id = {0};
        new TypedForm(Map.of("kind", kind)).submit(nextPage, () -> {
            try (InputStream content = file.getInputStream()) {
                id[0] = imports.receive(by, kind, file.getOriginalFilename(), content)
                        .id();
                return "The file has arrived and is being checked.";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return id[0] == 0 ? "redirect:/desk/imports" : "redirect:/desk/imports/" + id[0];
    }

    @GetMapping("/desk/imports/{id}")
    String file(Actor.Staff by, @PathVariable long id, Model model) {
        show(by, id, model);
        return "desk/import";
    }

    /** The part of the page that changes while the program works. */
    @GetMapping("/desk/imports/{id}/progress")
    String progress(Actor.Staff by, @PathVariable long id, Model model) {
        show(by, id, model);
        return "desk/import :: progress";
    }

    private void show(Actor.Staff by, long id, Model model) {
        ImportFile file = imports.file(by, id);
        model.addAttribute("file", file);
        List<RowError> errors = file.wrong() == 0 ? List.of() : imports.errors(by, id);
        model.addAttribute("errors", errors.subList(0, Math.min(errors.size(), SHOWN_ERRORS)));
        model.addAttribute("changes", file.changed() == 0 ? List.of() : imports.changes(by, id));
        model.addAttribute("moreErrors", Math.max(0, errors.size() - SHOWN_ERRORS));
    }

    @PostMapping("/desk/imports/{id}/approval")
    String approve(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            imports.approve(by, id);
            return "The rows are being brought in.";
        });
        return "redirect:/desk/imports/" + id;
    }

    @PostMapping("/desk/imports/{id}/cancellation")
    String stop(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            imports.stop(by, id);
            return "The work on the file stops; nothing of it comes in.";
        });
        return "redirect:/desk/imports/" + id;
    }

    /** For spreadsheets. */
    @GetMapping("/desk/exports/{kind}.csv")
    void export(Actor.Staff by, @PathVariable String kind, HttpServletResponse answer) throws IOException {
        exports.requireMayWrite(by, kind);
        exports.write(by, kind, file(kind + "-" + LocalDate.now(clock), answer), true);
    }

    @PostMapping("/desk/imports/{id}/discard")
    String discard(Actor.Staff by, @PathVariable long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            imports.discard(by, id);
            return "Nothing of the file comes in.";
        });
        return "redirect:/desk/imports";
    }

    @GetMapping("/desk/imports/{id}/errors.csv")
    void errors(Actor.Staff by, @PathVariable long id, HttpServletResponse answer) throws IOException {
        imports.file(by, id);
        exports.writeErrors(by, id, file("errors-" + id, answer));
    }

    private static OutputStream file(String name, HttpServletResponse answer) throws IOException {
        answer.setContentType("text/csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        return answer.getOutputStream();
    }
}
