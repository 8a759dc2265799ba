; The Windows installer: for one user, without administrator rights.
; Switches: /S silent, /D=folder (last, without quotes), /DESKTOP=1 a desktop
; shortcut. The uninstaller: /S silent, keeps data; /S /DATA=1 removes data too.
; the program is for 64 bits alone, and so is its installer
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID ${PACKER}
!if "${PACKER}" == "lzma"
  SetCompressorDictSize 64
!endif
SetDateSave off
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\shkola-desktop"
!define OWN "Software\shkola-desktop"
!define TYPE "shkola-desktop.package"

Name "$(NAME)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\shkola-desktop"
InstallDirRegKey HKCU "${OWN}" "folder"
BrandingText "${VERSION}"
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1049 "ProductName" "Школа"
VIAddVersionKey /LANG=1049 "FileDescription" "Школа: установка"
VIAddVersionKey /LANG=1049 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "CompanyName" "Shkola Desktop"
VIAddVersionKey /LANG=1049 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\shkola-desktop.exe"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION DesktopShortcut
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"

LangString NAME 1049 "Школа"
LangString NAME 1033 "Shkola"
LangString DESKTOP 1049 "Ярлык на рабочем столе"
LangString DESKTOP 1033 "Desktop shortcut"
LangString PACKAGE 1049 "Пакет школы"
LangString PACKAGE 1033 "School package"
LangString OLD 1049 "Нужна Windows 10 или 11, 64 разряда. Для Windows 7 район может дать бумажный бланк и таблицу Excel."
LangString OLD 1033 "64-bit Windows 10 or 11 is needed."
LangString RUNS 1049 "Программа «Школа» открыта. Закройте её окно и нажмите «Повтор». Данные сохранены и останутся на месте."
LangString RUNS 1033 "The program is running. Close its window and press Retry. Your data stays."
LangString BROKEN 1049 "Файлы не записались: на диске мало места или папка занята. Прежняя версия возвращена на место, данные не тронуты."
LangString BROKEN 1033 "Files could not be written. The former version was put back; data was not touched."
LangString FOREIGN 1049 "В выбранной папке есть чужие файлы. Выберите пустую или новую папку."
LangString FOREIGN 1033 "The folder holds other files. Choose an empty or a new one."
LangString ASK 1049 "Удалить и данные: ответы, программы развития, ключи и копии из папки$\r$\n$LOCALAPPDATA\shkola-desktop?$\r$\n$\r$\nВернуть их будет нельзя. «Нет» – данные останутся."
LangString ASK 1033 "Remove the data in $LOCALAPPDATA\shkola-desktop too? It cannot be brought back."

; A running program holds its interpreter open, so that nobody else may write to it.
!macro WAIT_CLOSED UN
Function ${UN}WaitClosed
  again:
  IfFileExists "$INSTDIR\python311.dll" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\python311.dll" a
  IfErrors open
  FileClose $0
  Goto closed
  open:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 4
  Quit
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_CLOSED ""
!insertmacro WAIT_CLOSED "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  SetShellVarContext current
  SetRegView 64
FunctionEnd

Function un.onInit
  SetShellVarContext current
  SetRegView 64
FunctionEnd

Function DesktopShortcut
  CreateShortCut "$DESKTOP\$(NAME).lnk" "$INSTDIR\shkola-desktop.exe"
FunctionEnd

; The former version waits under another name until the new one is whole.
Function PutBack
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR"
  Rename "$INSTDIR.old" "$INSTDIR"
  MessageBox MB_OK|MB_ICONSTOP "$(BROKEN)" /SD IDOK
  SetErrorLevel 5
  Quit
FunctionEnd

Section
  Call WaitClosed
  ; an interrupted upgrade left only the former version, or both: the former is whole
  IfFileExists "$INSTDIR.old\shkola-desktop.exe" 0 whole
    IfFileExists "$INSTDIR\shkola-data\*.*" 0 +2
    Rename "$INSTDIR\shkola-data" "$INSTDIR.old\shkola-data"
    IfFileExists "$INSTDIR\portable.txt" 0 +2
    Rename "$INSTDIR\portable.txt" "$INSTDIR.old\portable.txt"
    IfFileExists "$INSTDIR\shkola-data\*.*" busy
    RMDir /r "$INSTDIR"
    Rename "$INSTDIR.old" "$INSTDIR"
  whole:
  IfFileExists "$INSTDIR\*.*" 0 fresh
  IfFileExists "$INSTDIR\shkola-desktop.exe" upgrade
    ${DirState} "$INSTDIR" $0
    StrCmp $0 0 fresh
    MessageBox MB_OK|MB_ICONSTOP "$(FOREIGN)" /SD IDOK
    SetErrorLevel 6
    Quit
  upgrade:
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    IfErrors 0 fresh
  busy:
    MessageBox MB_OK|MB_ICONSTOP "$(RUNS)" /SD IDOK
    SetErrorLevel 4
    Quit
  fresh:
  ClearErrors
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  IfErrors 0 +2
  Call PutBack
  IfFileExists "$INSTDIR\shkola-desktop.exe" +2
  Call PutBack
  ; data kept beside a program that was carried on a stick
  IfFileExists "$INSTDIR.old\shkola-data\*.*" 0 +2
  Rename "$INSTDIR.old\shkola-data" "$INSTDIR\shkola-data"
  IfFileExists "$INSTDIR.old\portable.txt" 0 +2
  Rename "$INSTDIR.old\portable.txt" "$INSTDIR\portable.txt"
  RMDir /r "$INSTDIR.old"

  CreateShortCut "$SMPROGRAMS\$(NAME).lnk" "$INSTDIR\shkola-desktop.exe"
  ${GetParameters} $0
  ${GetOptions} $0 "/DESKTOP=" $1
  StrCmp $1 "1" 0 +2
  Call DesktopShortcut
  WriteRegStr HKCU "${OWN}" "folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.shkola" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(PACKAGE)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\shkola-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\shkola-desktop.exe" --open "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "$(NAME)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\shkola-desktop.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Shkola Desktop"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
  Call un.WaitClosed
  SetOutPath "$TEMP"
  Delete "$SMPROGRAMS\Школа.lnk"
  Delete "$SMPROGRAMS\Shkola.lnk"
  Delete "$DESKTOP\Школа.lnk"
  Delete "$DESKTOP\Shkola.lnk"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licenses"
  Delete "$INSTDIR\*.exe"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\python311._pth"
  Delete "$INSTDIR\LICENSE"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\.shkola" ""
  StrCmp $0 "${TYPE}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.shkola"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${OWN}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  IfFileExists "$LOCALAPPDATA\shkola-desktop\*.*" 0 done
  ${GetParameters} $0
  ${GetOptions} $0 "/DATA=" $1
  StrCmp $1 "1" remove
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ASK)" /SD IDNO IDNO done
  remove:
  RMDir /r "$LOCALAPPDATA\shkola-desktop"
  RMDir /r "$APPDATA\shkola-desktop"
  done:
SectionEnd
