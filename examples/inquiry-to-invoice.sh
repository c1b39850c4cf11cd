#!/usr/bin/env bash
# Drives one deal over the public API of a running Tradeflow, from the inquiry in rfq.json to the paid invoices. Staff tasks are claimed and completed as
# the people of the demo company would do it. Needs curl and jq.
#
#   BASE_URL   where the program runs          (default http://localhost:8080)
#   OUT        folder for the PDFs             (default ./out)
#   RFQ        the inquiry                     (default rfq.json beside this script)
#   BUYER      sign-in of the buyer's user     (default from the demo company)
#   PASSWORD   password of all demo users      (default demo)
#
# Ends with 0 only if everything went as it should.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
BASE_URL=${BASE_URL:-http://localhost:8080}
OUT=${OUT:-./out}
RFQ=${RFQ:-$here/rfq.json}
BUYER=${BUYER:-priya@sahyadri-agro.example}
PASSWORD=${PASSWORD:-demo}
PATIENCE=${PATIENCE:-60}

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
mkdir -p "$OUT"

say() { printf '%-10s %s\n' "$1" "$2"; }
# Ends the whole script, also from within $(…) and conditions.
trap 'exit 1' TERM
fail() { printf 'FAILED     %s\n' "$*" >&2; kill -TERM $$; exit 1; }

# call USER METHOD PATH WANTED-STATUS [BODY]: the answer's body on standard output
call() {
  local user=$1 method=$2 path=$3 wanted=$4 body=${5-} status
  local args=(-sS -o "$answer" -w '%{http_code}' -X "$method" -u "$user:$PASSWORD" -H 'Accept: application/json')
  if [ -n "$body" ]; then
    args+=(-H 'Content-Type: application/json' -H "Idempotency-Key: $(key)" --data "$body")
  elif [ "$method" != GET ]; then
    args+=(-H "Idempotency-Key: $(key)")
  fi
  status=$(curl "${args[@]}" "$BASE_URL/api/v1$path") || fail "$BASE_URL does not answer"
  [ "$status" = "$wanted" ] || fail "$method $path as $user answered $status, not $wanted: $(head -c 2000 "$answer")"
  cat "$answer"
}

key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# until_true WHAT COMMAND...: asks again until the command says so
until_true() {
  local what=$1 deadline=$((SECONDS + PATIENCE))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || fail "waited $PATIENCE s for: $what"
    sleep 0.2
  done
}

stage() { call asha GET "/deals/$deal" 200 | jq -r .stage; }
stage_is() { local now; now=$(stage); for s in "$@"; do [ "$now" = "$s" ] && return 0; done; return 1; }

# next_task USER FORM: the id of the deal's first open task with this form, if there is one
next_task() { call "$1" GET "/tasks?deal=$deal" 200 | jq -r --arg form "$2" '[.[] | select(.form == $form)][0].id // empty'; }

# do_task USER FORM VARIABLES: claims and completes
do_task() {
  local user=$1 form=$2 variables=$3 task name
  task=$(next_task "$user" "$form")
  [ -n "$task" ] || fail "$user has no task $form for $deal"
  name=$(call "$user" POST "/tasks/$task/claim" 200 | jq -r .name)
  call "$user" POST "/tasks/$task/completion" 204 "$(jq -nc --argjson v "$variables" '{variables: $v}')" >/dev/null
  say "$user" "$name"
}

save_pdf() {
  local id=$1 name=$2
  curl -sSf -u "$BUYER:$PASSWORD" -o "$OUT/$name" "$BASE_URL/api/v1/documents/$id" || fail "document $id cannot be downloaded"
  [ "$(head -c 5 "$OUT/$name")" = "%PDF-" ] || fail "$name is no PDF"
  say "saved" "$OUT/$name"
}

[ "$(curl -sS -o "$answer" -w '%{http_code}' -u "$BUYER:$PASSWORD" "$BASE_URL/api/v1/me" || true)" = 200 ] \
  || fail "no Tradeflow at $BASE_URL, or $BUYER cannot sign in"
buyer_code=$(jq -r .buyerCode "$answer")

# 1. The buyer asks.
deal=$(call "$BUYER" POST /inquiries 201 "$(jq -c --arg b "$buyer_code" '.buyerCode = $b' "$RFQ")" | jq -r .number)
say "inquiry" "$deal from $buyer_code with $(jq '.lines | length' "$RFQ") lines"

# 2. Priced by itself; approved where the decision table says so.
quote_ready() { stage_is WITH_BUYER IN_APPROVAL; }
until_true "the quote of $deal" quote_ready
while stage_is IN_APPROVAL; do
  approved=no
  for approver in meera vikram; do
    if [ -n "$(next_task "$approver" approval/decide)" ]; then
      do_task "$approver" approval/decide '{"decision":"APPROVED","comment":"In line with the annual agreement"}'
      approved=yes
    fi
  done
  [ $approved = yes ] || sleep 0.2
  until_true "the approvals of $deal" quote_ready
done
quote=$(call "$BUYER" GET "/quotes?deal=$deal" 200 | jq -c '.[0]')
quote_number=$(jq -r .number <<<"$quote")
say "quote" "$quote_number rev. $(jq -r .revision <<<"$quote"), $(jq -r '.currency + " " + (.grandTotal | tostring)' <<<"$quote"), valid until $(jq -r .validUntil <<<"$quote")"

# 3. The buyer accepts with a purchase order.
po="PO-$(key | head -c 10)"
call "$BUYER" POST "/quotes/$quote_number/acceptance" 200 \
  "$(jq -nc --arg po "$po" --argjson r "$(jq .revision <<<"$quote")" '{revision: $r, poNumber: $po}')" >/dev/null
say "accepted" "$quote_number with $po"

# 4. An advance where the terms ask for one; then the warehouse, shipment by shipment.
ordered() { ! stage_is WITH_BUYER; }
until_true "the order of $deal" ordered
order=$(call asha GET "/orders?deal=$deal" 200 | jq -c '.[0]')
order_number=$(jq -r .number <<<"$order")
say "order" "$order_number"
if [ "$(jq -r '.advance > 0' <<<"$order")" = true ]; then
  call farid POST /payments 201 "$(jq -nc --argjson o "$order" --arg u "UTR$(key | head -c 12)" --arg d "$(TZ=Asia/Kolkata date +%F)" \
    '{buyerCode: $o.buyerCode, orderNumber: $o.number, amount: $o.advance, currency: $o.currency, mode: "NEFT", reference: $u, receivedOn: $d}')" >/dev/null
  say "advance" "$(jq -r '.currency + " " + (.advance | tostring)' <<<"$order") received"
fi

# register_invoices: takes the file of each invoice that waits to the e-invoice portal and brings its answer back. The portal's part is made up here and
# its signature is none, so this passes only where no key of the portal is set.
base64url() { base64 | tr -d '\n=' | tr '+/' '-_'; }
register_invoices() {
  local irn said at token answers='[]'
  for irn in $(call farid GET "/e-invoices?deal=$deal&state=READY" 200 | jq -r '.[].irn'); do
    call farid GET "/e-invoices/$irn/request.json" 200 >"$OUT/$irn.json"
    at=$(TZ=Asia/Kolkata date '+%F %T')
    said=$(jq -c --arg irn "$irn" --arg at "$at" '{SellerGstin: .SellerDtls.Gstin, BuyerGstin: .BuyerDtls.Gstin, DocNo: .DocDtls.No, DocTyp: .DocDtls.Typ,
      DocDt: .DocDtls.Dt, TotInvVal: .ValDtls.TotInvVal, ItemCnt: (.ItemList | length), MainHsnCode: .ItemList[0].HsnCd, Irn: $irn, IrnDt: $at}' "$OUT/$irn.json")
    token="$(printf '{"alg":"RS256","typ":"JWT"}' | base64url).$(jq -nc --arg d "$said" '{data: $d, iss: "example"}' | base64url).$(key | base64url)"
    answers=$(jq -c --arg irn "$irn" --arg at "$at" --arg t "$token" --arg no "1126$((0x$(key | head -c 8) % 10000000000))" \
      '. + [{AckNo: $no, AckDt: $at, Irn: $irn, SignedInvoice: $t, SignedQRCode: $t, Status: "ACT"}]' <<<"$answers")
    say "e-invoice" "$(jq -r .DocNo <<<"$said"), IRN $irn"
  done
  call farid POST /e-invoices/signed-answers 200 "$answers" >/dev/null
}

work_is_there() {
  for pair in farid:einvoice/register ravi:fulfilment/pick lata:fulfilment/inspect ravi:fulfilment/pack ravi:dispatch/hand-over; do
    [ -n "$(next_task "${pair%%:*}" "${pair#*:}")" ] && return 0
  done
  stage_is AWAITING_PAYMENT AWAITING_STOCK CLOSED
}
shipment_of() { call "$1" GET "/tasks/$2" 200 | jq -r .references.shipmentNumber; }
received=no
until_true "work in the warehouse" work_is_there
until stage_is AWAITING_PAYMENT CLOSED; do
  if task=$(next_task ravi fulfilment/pick) && [ -n "$task" ]; then
    picked=$(call ravi GET "/shipments/$(shipment_of ravi "$task")" 200 | jq -c '[.lines[] | {key: (.lineNo | tostring), value: (.planned | tostring)}] | from_entries')
    do_task ravi fulfilment/pick "$(jq -nc --arg p "$picked" '{picked: $p}')"
  elif [ -n "$(next_task lata fulfilment/inspect)" ]; then
    do_task lata fulfilment/inspect '{"rejected":"{}","remark":"All accepted"}'
  elif [ -n "$(next_task ravi fulfilment/pack)" ]; then
    do_task ravi fulfilment/pack '{"packages":3,"grossWeightKg":"184.5","packingNote":"Two crates, one carton"}'
  elif [ -n "$(next_task farid einvoice/register)" ]; then
    register_invoices
  elif [ -n "$(next_task ravi dispatch/hand-over)" ]; then
    # Goods that need an e-way bill do not leave without its number. A person takes the JSON to the portal; here its number is made up.
    shipment=$(shipment_of ravi "$(next_task ravi dispatch/hand-over)")
    eway_bill=$(call ravi GET "/shipments/$shipment/eway-bill" 200)
    number=
    if [ "$(jq -r '.needed and (.number == null)' <<<"$eway_bill")" = true ]; then
      call ravi GET "/shipments/$shipment/eway-bill.json" 200 >"$OUT/$shipment-eway-bill.json"
      number=$(printf '35%010d' "$((0x$(key | head -c 8) % 10000000000))")
      say "e-way bill" "$(jq -r .reason <<<"$eway_bill")"
      say "saved" "$OUT/$shipment-eway-bill.json"
    fi
    do_task ravi dispatch/hand-over "$(jq -nc --arg t "DR-$(key | head -c 8)" --arg n "$number" \
      '{mode: "ROAD", carrier: "Deccan Roadways", vehicleNumber: "MH12AB1234", trackingNumber: $t} + (if $n == "" then {} else {ewayBillNumber: $n} end)')"
  elif stage_is AWAITING_STOCK; then
    [ $received = no ] || fail "$deal waits for stock although everything missing was received"
    lines=$(jq -nc --argjson order "$(call asha GET "/orders/$order_number" 200)" --argjson shipped "$(call ravi GET "/shipments?deal=$deal" 200)" '
      [$order.lines[] as $l | {sku: $l.sku, bin: "RCV-01",
        quantity: ($l.quantity - ([$shipped[].lines[] | select(.orderLineNo == $l.lineNo) | .quantity] | add // 0))} | select(.quantity > 0)]')
    call ravi POST /stock-receipts 201 "$(jq -nc --argjson lines "$lines" --arg r "GRN-$(key | head -c 8)" \
      '{reference: $r, warehouseCode: "PUN", lines: $lines}')" >/dev/null
    received=yes
    say "ravi" "received what was short"
  fi
  until_true "the next step of $deal" work_is_there
done

# 5. Documents, and the money.
invoices=$(call "$BUYER" GET "/invoices?deal=$deal" 200)
[ "$(jq length <<<"$invoices")" -gt 0 ] || fail "$deal has no invoice"
call "$BUYER" GET "/documents?deal=$deal" 200 | jq -r '.[] | [.id, .fileName] | @tsv' | while IFS=$'\t' read -r id name; do
  save_pdf "$id" "$name"
done
while read -r item; do
  call farid POST /payments 201 "$(jq -nc --argjson i "$item" --arg u "UTR$(key | head -c 12)" --arg d "$(TZ=Asia/Kolkata date +%F)" \
    '{buyerCode: $i.buyerCode, invoiceNumber: $i.invoiceNumber, amount: $i.open, currency: $i.currency, mode: "RTGS", reference: $u, receivedOn: $d}')" >/dev/null
  say "paid" "$(jq -r '.invoiceNumber + "  " + .currency + " " + (.open | tostring)' <<<"$item")"
done < <(call farid GET "/open-items?deal=$deal" 200 | jq -c '.[] | select(.open > 0)')
closed() { stage_is CLOSED; }
until_true "the end of $deal" closed

total=$(jq '[.[].totals.grandTotal] | add' <<<"$invoices")
say "closed" "$deal: $(jq length <<<"$invoices") invoice(s) $(jq -r '[.[].number] | join(", ")' <<<"$invoices"), total $(jq -r '.[0].currency' <<<"$invoices") $total"
