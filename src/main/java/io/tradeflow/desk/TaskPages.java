package io.tradeflow.desk;

import io.tradeflow.engine.Tasks;
import io.tradeflow.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the person signed in; the work itself is done in Tasklist. */
@Controller
class TaskPages {

    private static final int AT_MOST = 100;

    private final Tasks tasks;

    TaskPages(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/desk/tasks")
    String mine(Actor.Staff by, Model model) {
        model.addAttribute("tasks", tasks.of(by, null, 0, AT_MOST));
        return "desk/tasks";
    }
}
