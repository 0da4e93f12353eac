; The installer: for the one who runs it, no administrator, Chinese and English. tools/windows/package.sh
; gives VERSION, DIST (the folder to install), OWNED (one line for each file in it), ICON and OUT.
Target amd64-unicode
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define TITLE "ksdesk 快手小店助手"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ksdesk"

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\ksdesk"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ShowInstDetails show
ShowUninstDetails show
ManifestDPIAware true

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\ksdesk.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!macro Say NAME ZH EN
 LangString ${NAME} ${LANG_SIMPCHINESE} "${ZH}"
 LangString ${NAME} ${LANG_ENGLISH} "${EN}"
!macroend
!insertmacro Say RUNNING "ksdesk 还开着。先关掉它，再点“重试”。" "ksdesk is open. Close it, then try again."
!insertmacro Say TOO_OLD "这台电脑的 Windows 太旧：ksdesk 要 64 位的 Windows 10（1809 版，2018 年秋）或更新的系统。" \
 "This Windows is too old: ksdesk needs a 64-bit Windows 10 (version 1809, autumn 2018) or newer."
!insertmacro Say PROGRAM "程序和开始菜单" "Program and Start menu"
!insertmacro Say DESKTOP "桌面图标" "Desktop icon"
!insertmacro Say SHOP "我的账本和备份（删了就找不回来）" "My books and backups (gone for good)"
!insertmacro Say PROGRAM_IS "装在你自己的用户文件夹里，不用管理员密码，不联网。" "Goes into your own user folder: no administrator, no network."
!insertmacro Say DESKTOP_IS "在桌面上放一个图标。" "Puts an icon on the desktop."
!insertmacro Say REMOVE_IS "只删安装时放进去的文件。" "Removes only the files that were installed."
!insertmacro Say SHOP_IS "$LOCALAPPDATA\ksdesk。不勾就都留着，以后重装还能接着用。" \
 "$LOCALAPPDATA\ksdesk. Unless ticked, they stay for the next time."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "The ksdesk authors, MIT License"

; A running program cannot be opened for writing. Silent, it ends with 2.
!macro UntilClosed FOLDER
 ${Do}
  ${IfNot} ${FileExists} "${FOLDER}\ksdesk.exe"
   ${ExitDo}
  ${EndIf}
  ClearErrors
  FileOpen $0 "${FOLDER}\ksdesk.exe" a
  ${IfNot} ${Errors}
   FileClose $0
   ${ExitDo}
  ${EndIf}
  ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
   SetErrorLevel 2
   Quit
  ${EndIf}
 ${Loop}
!macroend

; An older version takes away its own files, which this one may not know.
!macro RemoveOlder FOLDER
 !insertmacro UntilClosed "${FOLDER}"
 ${If} ${FileExists} "${FOLDER}\uninstall.exe"
  ExecWait '"${FOLDER}\uninstall.exe" /S /KEEP _?=${FOLDER}'
 ${EndIf}
!macroend

; The files of this version and the folders that they leave empty; what else lies there stays.
!macro RemoveOwn
 SetDetailsPrint textonly
 !include "${OWNED}"
 SetDetailsPrint both
!macroend

Function .onInit
 ${IfNot} ${AtLeastWin10}
 ${OrIfNot} ${AtLeastBuild} 17763
  MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
  SetErrorLevel 3
  Quit
 ${EndIf}
FunctionEnd

Section "$(PROGRAM)" Program
 SectionIn RO
 !insertmacro RemoveOlder $INSTDIR
 ; one in another folder would have nothing left that removes it
 ReadRegStr $3 HKCU "${ENTRY}" "InstallLocation"
 ${If} $3 != ""
 ${AndIf} $3 != $INSTDIR
  !insertmacro RemoveOlder $3
  Delete "$3\uninstall.exe"
  RMDir "$3"
 ${EndIf}
 SetOutPath "$INSTDIR"
 File /r "${DIST}/*"
 ; where a shortcut starts, files are offered: not the program's own folder
 SetOutPath "$DOCUMENTS"
 CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\ksdesk.exe"
 ${If} ${FileExists} "$DESKTOP\${TITLE}.lnk"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\ksdesk.exe"
 ${EndIf}
 SetOutPath "$INSTDIR"
 WriteUninstaller "$INSTDIR\uninstall.exe"
 WriteRegStr HKCU "${ENTRY}" "DisplayName" "${TITLE}"
 WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
 WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\ksdesk.exe"
 WriteRegStr HKCU "${ENTRY}" "Publisher" "The ksdesk authors"
 WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
 WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
 WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
 WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
 WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
 ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
 IntFmt $0 "0x%08X" $0
 WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" "$0"
SectionEnd

Section /o "$(DESKTOP)" Desktop
 SetOutPath "$DOCUMENTS"
 CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\ksdesk.exe"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
 !insertmacro MUI_DESCRIPTION_TEXT ${Program} "$(PROGRAM_IS)"
 !insertmacro MUI_DESCRIPTION_TEXT ${Desktop} "$(DESKTOP_IS)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "un.$(PROGRAM)" unProgram
 SectionIn RO
 !insertmacro UntilClosed $INSTDIR
 !insertmacro RemoveOwn
 Delete "$INSTDIR\uninstall.exe"
 ; making room for a newer version leaves shortcuts and the entry to it
 ClearErrors
 ${GetParameters} $1
 ${GetOptions} $1 "/KEEP" $2
 ${If} ${Errors}
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${ENTRY}"
 ${EndIf}
SectionEnd

Section /o "un.$(SHOP)" unShop
 ; the app's own folder of data, never the one it is installed in
 RMDir /r "$LOCALAPPDATA\ksdesk"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
 !insertmacro MUI_DESCRIPTION_TEXT ${unProgram} "$(REMOVE_IS)"
 !insertmacro MUI_DESCRIPTION_TEXT ${unShop} "$(SHOP_IS)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
