package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;

/** Tasklist as a person of staff sees it. */
class Tasklist {

    static final By COMPLETE = By.cssSelector(
            ".tradeflow .tf-decision .tf-main, body:not(:has(.tf-decision)) .form-actions button.btn-primary");
    static final By REFUSED = By.cssSelector(".tradeflow .tf-failed:not([hidden])");
    static final By TOAST = By.cssSelector("[notifications-panel] .alert");
    private static final By CLAIM = By.cssSelector("button.claim");
    private static final By UNCLAIM = By.cssSelector("button.unclaim");

    private final Chrome chrome;

    Tasklist(Chrome chrome) {
        this.chrome = chrome;
    }

    Tasklist open() {
        chrome.openAnew("/camunda/app/tasklist/default/");
        chrome.see(By.cssSelector(".task-filter"));
        return this;
    }

    /** Names of the filters, without the count of the chosen one. */
    List<String> queues() {
        return chrome.texts(By.cssSelector(".task-filter h4.name a")).stream()
                .map(name -> name.replaceAll("\\s*\\(?\\d+\\)?$", ""))
                .toList();
    }

    Tasklist choose(String queue) {
        chrome.click(
                By.xpath("//div[contains(@class,'task-filter')]//a[contains(normalize-space(.),'" + queue + "')]"));
        return this;
    }

    List<String> tasks() {
        return chrome.texts(By.cssSelector("ol.tasks-list li.task h4.task a"));
    }

    /** Opens a task by a part of its name, from the list. */
    Tasklist select(String namePart) {
        chrome.click(task(namePart));
        chrome.until(
                browser -> chrome.text(By.cssSelector(".task-card header h2")).contains(namePart));
        formIsOpen();
        return this;
    }

    /** Opens a task of any queue by its address. */
    Tasklist openTask(String taskId) {
        chrome.openAnew("/camunda/app/tasklist/default/?forceDisplayTask=true#/?task=" + taskId);
        formIsOpen();
        return this;
    }

    static By task(String namePart) {
        return By.xpath("//ol[contains(@class,'tasks-list')]//h4/a[contains(.,'" + namePart + "')]");
    }

    Tasklist claim() {
        chrome.click(CLAIM);
        chrome.see(UNCLAIM);
        return this;
    }

    Tasklist mayNotComplete() {
        assertThat(chrome.isEnabled(COMPLETE)).as("Complete is enabled").isFalse();
        return this;
    }

    /** Completes and waits until the task has left the screen. */
    void complete() {
        pressComplete();
        chrome.notSee(By.cssSelector(".tradeflow .tf-head"));
    }

    void pressComplete() {
        chrome.until(browser -> browser.findElement(COMPLETE).isEnabled());
        chrome.click(COMPLETE);
    }

    Tasklist picture(String name) {
        chrome.picture(name);
        return this;
    }

    Tasklist type(String field, String text) {
        chrome.type(By.name(field), text);
        return this;
    }

    private void formIsOpen() {
        chrome.see(By.cssSelector(".tradeflow .tf-head"));
    }
}
