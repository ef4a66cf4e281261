/** The answers exactly as the vendor's two pages print them, with their mistakes in the JSON. */

/** Page v3-32, list and by id alike (it answers two records): Portuguese keys, a trailing comma after the last record. */
export const listV3 = `{
    "code": 200,
    "response": {
        "status": 200,
        "message": "",
        "error": false,
        "error_code": 0,
        "detail": "",
        "mensagem": "",
        "erro": false,
        "cod_erro": 0
    },
    "remote_sessions": [
        {
            "id": "540",
            "user": "Admin",
            "origin_ip": "172.16.20.50",
            "credencial": "win7",
            "dispositivo": "127.0.0.1:27500",
            "protocol": "rdp",
            "proxy": "RDP Proxy",
            "session_id": "421c83a3b10be439d4da33b6c140f53eaf448207",
            "start": "2020-11-17 15:29:21",
            "end": "2020-11-17 15:29:41",
            "time": "00:00:20",
            "prevent_purge": "Não",
            "request": null,
            "ITSM": "governance code"
        },
        {
            "id": "541",
            "user": "Admin",
            "origin_ip": "172.16.20.50",
            "credencial": "win7",
            "dispositivo": "127.0.0.1:27500",
            "protocol": "rdp",
            "proxy": "RDP Proxy",
            "session_id": "0ca5556cee9cf223c808a0828cab174939937d1d",
            "start": "2020-11-17 15:32:32",
            "end": "2020-11-17 15:33:02",
            "time": "00:00:30",
            "prevent_purge": "Não",
            "request": null,
            "ITSM": null
        },
    ]

 }`;

/** Page v4, list: a doubled envelope whose outer half is never closed. */
export const listV4 = `{
    "code": 200,
    "response": {
        "status": 200,
        "message": "",
        "error": false,
        "error_code": 0,
        "detail": "",
        "mensagem": "",
        "erro": false,
        "cod_erro": 0
    },
    "remote_sessions": [
      {
    "code": 200,
    "response": {
        "status": 200,
        "message": "",
        "error": false,
        "error_code": 0,
        "detail": "",
        "mensagem": "",
        "erro": false,
        "cod_erro": 0
    },
    "tenant": "Segura",
    "remote_sessions": [
        {
            "id": "3",
            "user": "Admin",
            "origin_ip": "172.16.20.125",
            "credential": "usrdomadm01",
            "device": "10.66.33.15:3389",
            "protocol": "rdp",
            "proxy": "Web Proxy",
            "session_id": "e7acacb6aedbab70073456da5744166939b77527",
            "start": "2024-05-06 16:05:07",
            "end": "2024-05-06 16:07:59",
            "time": "00:02:52",
            "prevent_purge": "No",
            "request": null,
            "ITSM": null
        },
        {
            "id": "6",
            "user": "Admin",
            "origin_ip": "172.16.20.125",
            "credential": "usrsudonopass",
            "device": "10.66.33.17:22",
            "protocol": "ssh",
            "proxy": "Web Proxy",
            "session_id": "c819cbc5f2fad2065f1d132a22d0e2dfacccb228",
            "start": "2024-05-06 16:11:17",
            "end": "2024-05-06 16:11:30",
            "time": "00:00:13",
            "prevent_purge": "No",
            "request": null,
            "ITSM": null
        }
    ]
 }`;

/** Page v3-32, HTTP 400: no session has this id. */
export const sessionNotFound = `{
    "code": 400,
    "response": {
        "status": 400,
        "message": "1002: Session not found",
        "error": true,
        "error_code": 1,
        "detail": "",
        "mensagem": "1002: Session not found",
        "erro": true,
        "cod_erro": 1
    },
    "exception": {
        "code": 1002,
        "message": "1002: Session not found",
        "detail": null
    }
}`;

/** Page v3-32, HTTP 400: the id is not a number. */
export const unexpectedIdentifier = `{
    "code": 400,
    "response": {
        "status": 400,
        "message": "1003: Unexpected identifier type",
        "error": true,
        "error_code": 1,
        "detail": "",
        "mensagem": "1003: Unexpected identifier type",
        "erro": true,
        "cod_erro": 1
    },
    "exception": {
        "code": 1003,
        "message": "1003: Unexpected identifier type",
        "detail": null
    }
}`;
