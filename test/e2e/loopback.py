"""An AWS on loopback, MiniStack, with what is added that our stacks need.

AWS's SES tells the default bus what became of an email and keeps its headers and tags; MiniStack drops them. AWS authorizes
a batch of messages as one message, a schedule in its group, a list of schedules on all of them, and gives a stream's batch again when its function says so. An
email is authorized on its sender's identity, and by its sender's address. A configuration set of End User Messaging, which MiniStack does not have, is a name, as is what SES receives by. A secret is referred to by its ARN, and an
identity has records for DKIM. CodeDeploy is a name too. A renewed token keeps the time of its sign-in. What stays on this machine counts as
encrypted on its way. Every email is written to OUTBOX, a JSON object a line.
"""

import contextlib
import contextvars
import json
import os
import time
from email.utils import parseaddr

from ministack import app
from ministack.core import iam_actions, iam_evaluator
from ministack.services.cloudformation import provisioners
from ministack.services import cognito, eventbridge, lambda_svc, ses_v2

handle_email = ses_v2.handle_request
SECRET = "AWS::SecretsManager::Secret"
secret_handlers = provisioners._RESOURCE_HANDLERS[SECRET]
IDENTITY = "AWS::SES::EmailIdentity"
identity_handlers = provisioners._RESOURCE_HANDLERS[IDENTITY]
extract_action = iam_actions.extract_iam_action
denied_response = iam_actions.access_denied_response
extract_resource = iam_actions.extract_resource_arn
execute_function = lambda_svc._execute_function
resolve_condition_key = iam_evaluator._resolve_condition_key


BOUNCES = "bounce@simulator.amazonses.com"


def feedback_on(email, message_id):
    """What SES puts on the default bus about an email: the address of its simulator bounces, all others take it."""
    now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())
    to = email["Destination"]["ToAddresses"]
    tags = {tag["Name"]: [tag["Value"]] for tag in email.get("EmailTags", [])}
    tags["ses:configuration-set"] = [email.get("ConfigurationSetName", "")]
    mail = {"timestamp": now, "messageId": message_id, "destination": to, "tags": tags}
    if BOUNCES in to:
        bounce = {"bounceType": "Permanent", "bounceSubType": "General", "timestamp": now}
        return "Email Bounced", {"eventType": "Bounce", "mail": mail, "bounce": bounce}
    return "Email Delivered", {"eventType": "Delivery", "mail": mail, "delivery": {"timestamp": now}}


async def send_and_tell(method, path, headers, body, query_params):
    answer = await handle_email(method, path, headers, body, query_params)
    if method == "POST" and path.endswith("/outbound-emails") and answer[0] == 200:
        email = json.loads(body)
        kind, detail = feedback_on(email, json.loads(answer[2])["MessageId"])
        with open(os.environ["OUTBOX"], "a", encoding="utf-8") as outbox:
            outbox.write(json.dumps(email) + "\n")
        entry = {"Source": "aws.ses", "DetailType": kind, "Detail": json.dumps(detail)}
        eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)
    return answer


email_from = contextvars.ContextVar("email_from", default=None)


def condition_key(key, context):
    if key.lower() == "ses:fromaddress":
        return email_from.get()
    return "true" if key.lower() == "aws:securetransport" else resolve_condition_key(key, context)


def action_of(*args, **named):
    action = extract_action(*args, **named)
    if action and action.startswith("sqs:"):
        return action.removesuffix("Batch")
    return action


def resource_of(service, method, path, headers, body, query_params, region, account):
    if service == "ses" and path.endswith("/outbound-emails"):
        sender = parseaddr(json.loads(body)["FromEmailAddress"])[1]
        email_from.set(sender)
        return f"arn:aws:ses:{region}:{account}:identity/{sender}"
    if service == "scheduler" and path == "/schedules":
        return f"arn:aws:scheduler:{region}:{account}:schedule/*/*"
    if service == "scheduler" and path.startswith("/schedules/"):
        group = json.loads(body)["GroupName"] if body else query_params["groupName"][0]
        return f"arn:aws:scheduler:{region}:{account}:schedule/{group}/{path.split('/')[2]}"
    return extract_resource(service, method, path, headers, body, query_params, region, account)


def denial(*args, **named):
    response = denied_response(*args, **named)
    print("Denied:", args[1], args[2], named.get("resource_arn"), flush=True)
    return response


def execute(function, event, *args, **named):
    result = execute_function(function, event, *args, **named)
    if result.get("error"):
        print("A function failed:", result.get("body"), result.get("log", ""), flush=True)
    records = event.get("Records") if isinstance(event, dict) else None
    if not records or records[0].get("eventSource") != "aws:dynamodb":
        return result
    body = result.get("body")
    answer = json.loads(body) if isinstance(body, (str, bytes)) else body
    if not isinstance(answer, dict) or not answer.get("batchItemFailures"):
        return result
    return {**result, "error": True, "body": {"errorType": "BatchItemFailures", "errorMessage": str(answer)}}


def create_identity(*args, **named):
    name, attributes = identity_handlers["create"](*args, **named)
    dkim = {f"DkimDNSToken{part}{n}": f"dkim{n}.{name}" for part in ("Name", "Value") for n in (1, 2, 3)}
    return name, {**attributes, **dkim}


def create_name(_logical_id, properties, *_args, **_named):
    name = properties["ConfigurationSetName"]
    return name, {"Arn": f"arn:aws:sms-voice:us-east-1:000000000000:configuration-set/{name}"}


def create_secret(*args, **named):
    _name, attributes = secret_handlers["create"](*args, **named)
    return attributes["Arn"], attributes


def delete_secret(arn, *args, **named):
    # Behind the name stand a hyphen and six signs.
    return secret_handlers["delete"](arn.split(":secret:")[-1][:-7], *args, **named)


def create_deployer(logical_id, properties, stack_name):
    # It shifts nothing: an alias goes over to a new version at once, as on a first deploy.
    name = properties.get("ApplicationName") if "DeploymentGroupName" not in properties else properties["DeploymentGroupName"]
    return name or f"{stack_name}-{logical_id}", {}


sign = cognito._signed_jwt
signed_in_at = {}


def signed(claims, *args, **named):
    # A renewed token keeps the time of the sign-in, which OIDC clients compare.
    if "auth_time" in claims and "origin_jti" in claims:
        claims = {**claims, "auth_time": signed_in_at.setdefault(claims["origin_jti"], claims["auth_time"])}
    return sign(claims, *args, **named)


cognito._signed_jwt = signed
for part in ("Application", "DeploymentGroup"):
    provisioners._RESOURCE_HANDLERS[f"AWS::CodeDeploy::{part}"] = {
        "create": create_deployer,
        "update": lambda name, *_args, **_named: (name, {}),
        "delete": lambda *_args, **_named: None,
    }
ALARM = "AWS::CloudWatch::Alarm"
alarm_handlers = provisioners._RESOURCE_HANDLERS[ALARM]


def create_alarm(logical_id, properties, *args, **named):
    # An alarm on a sum of metrics is a name: nothing rings here.
    if "Metrics" in properties:
        return properties["AlarmName"], {"Arn": f"arn:aws:cloudwatch:us-east-1:000000000000:alarm:{properties['AlarmName']}"}
    return alarm_handlers["create"](logical_id, properties, *args, **named)


provisioners._RESOURCE_HANDLERS[ALARM] = {**alarm_handlers, "create": create_alarm}
ses_v2.handle_request = send_and_tell
iam_evaluator._resolve_condition_key = condition_key
iam_actions.extract_iam_action = action_of
iam_actions.extract_resource_arn = resource_of
provisioners._RESOURCE_HANDLERS[SECRET] = {**secret_handlers, "create": create_secret, "delete": delete_secret}
provisioners._RESOURCE_HANDLERS[IDENTITY] = {**identity_handlers, "create": create_identity}
provisioners._RESOURCE_HANDLERS["AWS::SMSVOICE::ConfigurationSet"] = {
    "create": create_name,
    "update": create_name,
    "delete": lambda *_args, **_named: None,
}
for part, name_of in (
    ("ReceiptRuleSet", lambda properties: properties["RuleSetName"]),
    ("ReceiptRule", lambda properties: properties["Rule"]["Name"]),
):
    # A name: nothing is received here.
    provisioners._RESOURCE_HANDLERS[f"AWS::SES::{part}"] = {
        "create": lambda _id, properties, *_args, name_of=name_of, **_named: (name_of(properties), {}),
        "update": lambda name, *_args, **_named: (name, {}),
        "delete": lambda *_args, **_named: None,
    }
iam_actions.access_denied_response = denial
lambda_svc._execute_function = execute

with contextlib.suppress(KeyboardInterrupt):
    app.main()
